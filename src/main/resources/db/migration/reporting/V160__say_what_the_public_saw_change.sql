-- A number for each release and withdrawal, in the order in which they are committed: they are so rare that one waits for the other.
-- So a copy of the application that has heard of all up to a number has missed none before it, and asks for those after it only.
alter table reporting.publication_step add column change bigint unique;

create function reporting.number_change() returns trigger language plpgsql security definer
    set search_path = reporting, pg_temp as $$
begin
    if new.kind in ('RELEASED', 'WITHDRAWN') then
        perform pg_advisory_xact_lock(hashtextextended('reporting.public change', 0));
        new.change := (select coalesce(max(s.change), 0) + 1 from reporting.publication_step s);
    end if;
    return new;
end $$;
create trigger changes_are_numbered before insert on reporting.publication_step
    for each row execute function reporting.number_change();

drop function reporting.publication_version();
drop index reporting.publication_step_shown;

create function reporting.newest_public_change() returns bigint language sql stable security definer
    set search_path = reporting, pg_temp as $$
    select coalesce(max(s.change), 0) from reporting.publication_step s
$$;
-- What changed after a number, and whom it concerns.
create function reporting.public_changes(since bigint) returns table (number bigint, publication bigint, kind text, owner text,
        organiser text)
    language sql stable security definer set search_path = reporting, pg_temp as $$
    select s.change, p.id, p.kind, o.key, coalesce(g.key, o.key)
    from reporting.publication_step s join reporting.publication p on p.id = s.publication
    join organisation.organisation o on o.id = p.owner_organisation
    left join organisation.organisation g on g.id = p.organiser
    where s.change > since
$$;
