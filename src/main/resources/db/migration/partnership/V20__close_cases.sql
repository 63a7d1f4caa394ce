-- What lives on (lever vidare) when a case has ended: what, at which unit or all of them, who owns it there, and when it is
-- looked at. Planned until the case is closed; what is taken away stays as taken away.
create table partnership.lives_on (
    id bigint generated always as identity primary key,
    partnership bigint not null references partnership.partnership,
    unit bigint references organisation.unit,
    what text not null check (length(trim(what)) > 0),
    owner text not null check (length(trim(owner)) between 1 and 200),
    look_at date not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    removed_by bigint,
    removed_at timestamptz,
    check ((removed_by is null) = (removed_at is null))
);
create index lives_on_by_partnership on partnership.lives_on (partnership);

-- A closed case: the decision is a row of its own; here what was learned, for those who come after. Once.
create table partnership.closing (
    partnership bigint primary key references partnership.partnership,
    day date not null,
    learned text not null check (length(trim(learned)) > 0),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
-- A condition of the variant that was not fulfilled and was waived by the one who decided, with the reason.
create table partnership.waiver (
    partnership bigint not null references partnership.closing,
    condition text not null,
    reason text not null check (length(trim(reason)) > 0),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (partnership, condition)
);
-- That something that lives on was looked at after the closing.
create table partnership.looked_at (
    id bigint generated always as identity primary key,
    lives_on bigint not null references partnership.lives_on,
    lives boolean not null,
    words text not null check (length(trim(words)) > 0),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create unique index looked_at_once on partnership.looked_at (lives_on);
-- The archive package of a closed case: asked for in the transaction of the decision, made by a job that may die and begin
-- anew. It is the owner's alone.
create table partnership.archive (
    partnership bigint primary key references partnership.closing,
    asked_by bigint not null default access.person(),
    asked_at timestamptz not null default now(),
    tries int not null default 0,
    progress uuid,
    refused text not null default '',
    file bigint references records.file,
    files int,
    checksum text,
    packed_at timestamptz,
    check ((file is null) = (packed_at is null))
);

create trigger closings_stand before update or delete on partnership.closing
    for each row execute function partnership.forbid_change();
create trigger waivers_stand before update or delete on partnership.waiver
    for each row execute function partnership.forbid_change();
create trigger looks_stand before update or delete on partnership.looked_at
    for each row execute function partnership.forbid_change();

create function partnership.is_closed(wanted bigint) returns boolean language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select exists (select from partnership.closing c where c.partnership = wanted)
$$;
-- Those that the actor may close and archive: runs them, or coordinates them where the organiser runs its own.
create function partnership.closable() returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select (select partnership.run()) || (select coalesce(array_agg(p.id), '{}') from partnership.partnership p
        where p.owner_organisation = p.organiser and p.id = any ((select partnership.coordinated())::bigint[]))
$$;

-- In a closed case no phase begins and no step is done, whoever asks and by which door.
create function partnership.forbid_after_closing() returns trigger language plpgsql as $$
begin
    if partnership.is_closed(new.partnership) then
        raise exception 'the case is closed' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger nothing_after_closing before insert on partnership.phase_begun
    for each row execute function partnership.forbid_after_closing();
create trigger nothing_after_closing before insert on partnership.step_done
    for each row execute function partnership.forbid_after_closing();
create trigger nothing_after_closing before insert on partnership.forms_chosen
    for each row execute function partnership.forbid_after_closing();
create trigger nothing_after_closing before insert on partnership.version_moved
    for each row execute function partnership.forbid_after_closing();
create trigger nothing_after_closing before insert or update on partnership.lives_on
    for each row execute function partnership.forbid_after_closing();

alter table partnership.lives_on enable row level security;
create policy known on partnership.lives_on for select using (partnership = any ((select partnership.known())::bigint[]));
create policy coordinated on partnership.lives_on for insert with check (
    made_by = access.person() and partnership = any ((select partnership.coordinated())::bigint[]));
create policy taken_away on partnership.lives_on for update using (
    partnership = any ((select partnership.coordinated())::bigint[]));

alter table partnership.closing enable row level security;
create policy known on partnership.closing for select using (partnership = any ((select partnership.known())::bigint[]));
create policy closed on partnership.closing for insert with check (
    made_by = access.person() and partnership = any ((select partnership.closable())::bigint[]));

alter table partnership.waiver enable row level security;
create policy known on partnership.waiver for select using (partnership = any ((select partnership.known())::bigint[]));
create policy closed on partnership.waiver for insert with check (
    made_by = access.person() and partnership = any ((select partnership.closable())::bigint[]));

-- Looked at by those who coordinate, and by those who work at the unit that it is for.
create function partnership.looks_at(wanted bigint) returns boolean language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select exists (select from partnership.lives_on l join partnership.closing c on c.partnership = l.partnership
        where l.id = wanted and l.removed_at is null
          and (l.partnership = any ((select partnership.coordinated())::bigint[])
            or l.unit is not null and partnership.does_steps(l.partnership, l.unit)))
$$;
alter table partnership.looked_at enable row level security;
create policy known on partnership.looked_at for select using (
    exists (select from partnership.lives_on l where l.id = lives_on));
create policy looked on partnership.looked_at for insert with check (
    made_by = access.person() and partnership.looks_at(lives_on));

alter table partnership.archive enable row level security;
create policy owners on partnership.archive for all using (partnership = any ((select partnership.closable())::bigint[]));
create policy of_archives on records.file for select using (
    exists (select from partnership.archive a where a.file = file.id));

-- The packages that are still to be made, for the job; and one of them, held by whoever makes it, so that it is made once.
create function partnership.archives_waiting() returns table (partnership bigint, asked_by bigint) language sql stable
    security definer set search_path = partnership, pg_temp as $$
    select a.partnership, a.asked_by from partnership.archive a where a.file is null and a.refused = '' order by a.asked_at
$$;
create function partnership.hold_archive(wanted bigint) returns boolean language plpgsql security definer
    set search_path = partnership, pg_temp as $$
begin
    perform from partnership.archive a
    where a.partnership = wanted and a.asked_by = access.person() and a.file is null and a.refused = ''
    for update skip locked;
    return found;
end $$;
-- One more try, with its progress; after five that came to nothing it is said so, and nobody tries by itself.
create function partnership.try_archive(wanted bigint, watched uuid) returns boolean language plpgsql security definer
    set search_path = partnership, pg_temp as $$
begin
    update partnership.archive a
    set tries = a.tries + 1, progress = watched,
        refused = case when a.tries >= 5 then 'partnership.closing.archive.failed' else '' end
    where a.partnership = (select h.partnership from partnership.archive h
        where h.partnership = wanted and h.file is null and h.refused = '' for update skip locked);
    return found and exists (select from partnership.archive a where a.partnership = wanted and a.refused = '');
end $$;

grant select, insert, update (removed_by, removed_at) on partnership.lives_on to samverkan_app;
grant select, insert on partnership.closing, partnership.waiver, partnership.looked_at to samverkan_app;
grant select, insert, update (asked_by, asked_at, tries, progress, refused, file, files, checksum, packed_at)
    on partnership.archive to samverkan_app;
