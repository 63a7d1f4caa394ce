-- Everybody may fetch what is held about themselves (article 15 of the GDPR), without asking an administrator first. One rule,
-- asked by every function of every room that tells what is held of a person.
create function access.may_extract(wanted bigint) returns boolean language sql stable security definer
    set search_path = access, pg_temp as $$
    select (wanted <> 0 and wanted = access.person()) or access.everywhere('EXTRACT_PERSON')
$$;

create or replace function access.person_to_extract(wanted bigint) returns table (name text, email text, language text,
        kept_by text, left_on date, created timestamptz)
    language sql stable security definer set search_path = access, pg_temp as $$
    select p.name, p.email, p.language::text, o.name, p.left_on, p.created_at
    from access.person p left join organisation.organisation o on o.id = p.organisation
    where p.id = wanted and not p.service and access.may_extract(wanted)
$$;
create or replace function access.assignments_to_extract(wanted bigint) returns table (role text, place text, valid_from date,
        valid_to date)
    language sql stable security definer set search_path = access, pg_temp as $$
    select a.role, coalesce(u.name, r.name, o.name), a.valid_from, a.valid_to
    from access.assignment a
    left join organisation.organisation o on o.id = a.organisation
    left join organisation.unit u on u.id = a.unit
    left join organisation.area r on r.id = a.area
    where a.person = wanted and access.may_extract(wanted)
    order by a.valid_from, a.id
$$;
create or replace function access.sessions_to_extract(wanted bigint) returns table (way text, agent text, begun timestamptz,
        seen timestamptz)
    language sql stable security definer set search_path = access, pg_temp as $$
    select s.way, s.agent, s.begun_at, s.seen_at from access.session s
    where s.person = wanted and access.may_extract(wanted) order by s.begun_at
$$;
create or replace function access.ways_in_to_extract(wanted bigint) returns table (way text, label text, since timestamptz)
    language sql stable security definer set search_path = access, pg_temp as $$
    select * from (
        select 'PASSWORD', null::text, w.changed_at from access.password w where w.person = wanted
        union all select 'PASSKEY', k.label, k.created_at from access.passkey k where k.person = wanted
        union all select 'OIDC', i.issuer || ' ' || i.subject, i.linked_at from access.oidc_identity i where i.person = wanted
    ) held (way, label, since)
    where access.may_extract(wanted) order by 3
$$;
create or replace function access.places_of_person(wanted bigint) returns table (room text, kept_in text, how text,
        many bigint, first timestamptz, latest timestamptz)
    language plpgsql stable security definer set search_path = access, pg_temp as $$
declare
    place record;
begin
    if not access.may_extract(wanted) then
        return;
    end if;
    for place in select * from access.columns_of_people() loop
        room := place.room;
        kept_in := place.kept_in;
        how := place.how;
        execute format('select count(*), %1$s, %2$s from %3$I.%4$I where %5$I = $1',
                case when place.dated is null then 'null::timestamptz' else format('min(%I)', place.dated) end,
                case when place.dated is null then 'null::timestamptz' else format('max(%I)', place.dated) end,
                place.room, place.kept_in, place.how)
            into many, first, latest using wanted;
        if many > 0 then
            return next;
        end if;
    end loop;
end
$$;
