-- What an assignment in a case says beside the role: the unit that it is for where the role gives no right at the unit (a
-- facilitator who follows one school), and what a member of a working group stands for there. Who has which role, and for
-- how long, is the assignment's to say and nobody else's.
create table partnership.staffing (
    assignment bigint primary key references access.assignment,
    partnership bigint not null references partnership.partnership,
    unit bigint references organisation.unit,
    stands_for text check (stands_for in ('LEADERSHIP', 'TEACHER', 'KEY_PERSON', 'PUPIL_HEALTH', 'OTHER'))
);
create index staffing_by_partnership on partnership.staffing (partnership);
alter table partnership.staffing enable row level security;
create policy known on partnership.staffing for select using (partnership = any ((select partnership.known())::bigint[]));
grant select on partnership.staffing to samverkan_app;

-- The partnerships that the actor coordinates for the organiser, as opposed to running them for the agency or office.
create function partnership.coordinated_for_organiser() returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select coalesce(array_agg(p.id), '{}') from partnership.partnership p
    where p.told_at is not null
      and p.organiser = any ((select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[])
$$;

-- Whether the actor may give, move and end a role in a case. The agency or office staffs its own side, the organiser its
-- own, a head teacher the working group of the own unit. Any other role is not a case's to give.
create function partnership.may_staff(wanted bigint, as_role text, at_unit bigint) returns boolean
    language sql stable security definer set search_path = partnership, pg_temp as $$
    select exists (
        select from partnership.partnership p
        where p.id = wanted and p.standing in ('PROPOSED', 'OFFERED', 'ACCEPTED', 'RUNNING', 'PAUSED')
          and (at_unit is null or exists (
            select from partnership.participation n join organisation.unit u on u.id = n.unit
            where n.partnership = p.id and n.unit = at_unit and u.organiser = p.organiser
              and n.standing in ('PROPOSED', 'OFFERED', 'ACCEPTED', 'RUNNING', 'PAUSED')))
          and case
            when as_role in ('PROCESS_FACILITATOR', 'ANALYST', 'RESEARCHER') then p.id = any (partnership.run())
            when as_role = 'COORDINATOR' then at_unit is null and p.id = any (partnership.coordinated_for_organiser())
            when as_role = 'WORKING_GROUP' then at_unit is not null and p.told_at is not null
                and (p.id = any (partnership.coordinated_for_organiser()) or at_unit = any (access.units_for('STAFF_UNIT')))
            else false end)
$$;

-- Gives a role in a case. Only the working group's role is held at its unit; whoever comes from the agency or a university
-- gets a role that names the case and no organisation, so that it opens the case and nothing else there.
create function partnership.staff(wanted bigint, who bigint, as_role text, at_unit bigint, stands text, from_day date,
        to_day date) returns bigint language plpgsql security definer set search_path = partnership, pg_temp as $$
declare
    given bigint;
begin
    if not partnership.may_staff(wanted, as_role, at_unit) then
        raise exception 'not a role that the actor may give in this case' using errcode = 'insufficient_privilege';
    end if;
    given := access.give_in_case(who, as_role,
        case when as_role = 'COORDINATOR' then (select organiser from partnership.partnership where id = wanted) end,
        case when as_role = 'WORKING_GROUP' then at_unit end, wanted, from_day, to_day);
    insert into partnership.staffing (assignment, partnership, unit, stands_for)
        values (given, wanted, at_unit, case when as_role = 'WORKING_GROUP' then coalesce(stands, 'OTHER') end);
    return given;
end $$;

-- Moves the days of a role in a case, or what its holder stands for; tells how many rows had the version that was seen.
create function partnership.restaff(given bigint, seen_version int, stands text, from_day date, to_day date) returns int
    language plpgsql security definer set search_path = partnership, pg_temp as $$
declare
    changed int;
begin
    if not exists (
            select from access.assignment a join partnership.staffing s on s.assignment = a.id
            where a.id = given and a.deleted_at is null and partnership.may_staff(s.partnership, a.role, s.unit)) then
        raise exception 'not a role that the actor may change' using errcode = 'insufficient_privilege';
    end if;
    update access.assignment set valid_from = from_day, valid_to = to_day, version = version + 1
        where id = given and version = seen_version;
    get diagnostics changed = row_count;
    if changed = 1 then
        update partnership.staffing set stands_for = stands where assignment = given and stands_for is not null;
    end if;
    return changed;
end $$;

-- Who is who in a case that the actor knows of: those whose role names it, and those whose role is held where the case is:
-- in the agency or office, with the organiser, at its units, over an area of theirs.
create function partnership.people(wanted bigint) returns table (assignment bigint, person bigint, name text,
        former_role text, role text, unit bigint, stands_for text, acting boolean, valid_from date, valid_to date,
        version int, given_here boolean)
    language sql stable security definer set search_path = partnership, pg_temp as $$
    with p as (
        select * from partnership.partnership where id = wanted and id = any ((select partnership.known())::bigint[])
    ), u as (
        select n.unit from partnership.participation n join p on p.id = n.partnership
    ), held as (
        select a.id, s.unit from p join partnership.staffing s on s.partnership = p.id
            join access.assignment a on a.id = s.assignment
        union all
        select a.id, null from p join access.assignment a on a.organisation = p.owner_organisation
            where a.role = 'PROGRAMME_OFFICER'
        union all
        select a.id, null from p join access.assignment a on a.organisation = p.organiser
            where a.role in ('EDUCATION_DIRECTOR', 'COORDINATOR') and a.partnership is distinct from p.id
        union all
        select a.id, a.unit from u join access.assignment a on a.unit = u.unit
            where a.role = 'HEAD_TEACHER' or (a.role = 'WORKING_GROUP' and a.partnership is null)
        union all
        select a.id, u.unit from u join organisation.area_unit au on au.unit = u.unit
            join access.assignment a on a.area = au.area where a.role = 'AREA_HEAD'
    )
    select a.id, a.person, n.name, n.former_role, a.role, h.unit, s.stands_for, a.acting, a.valid_from, a.valid_to,
        a.version, s.assignment is not null
    from held h join p on true join access.assignment a on a.id = h.id
    left join partnership.staffing s on s.assignment = a.id and s.partnership = p.id
    cross join lateral access.names_of(array[a.person]) n
    where a.deleted_at is null and (s.assignment is not null
        or coalesce(a.valid_to, 'infinity') >= (p.made_at at time zone 'Europe/Stockholm')::date)
$$;

-- What the actor may staff in a case: the agency's side, the organiser's side, the working groups of some units.
create function partnership.staffing_rights(wanted bigint) returns table (agency boolean, organiser boolean, units bigint[])
    language sql stable security definer set search_path = partnership, pg_temp as $$
    select partnership.may_staff(wanted, 'PROCESS_FACILITATOR', null),
        partnership.may_staff(wanted, 'COORDINATOR', null),
        (select coalesce(array_agg(n.unit), '{}') from partnership.participation n
         where n.partnership = wanted and partnership.may_staff(wanted, 'WORKING_GROUP', n.unit))
$$;

-- Whom the actor can choose for a role without writing an address: the people of the side that the role is of, with how
-- many live cases of the same agency or office each has the role in today or soon; those with least to do first.
create function partnership.staffable(wanted bigint, as_role text, at_unit bigint)
        returns table (person bigint, name text, cases int)
    language sql stable security definer set search_path = partnership, pg_temp as $$
    with p as (
        select * from partnership.partnership where id = wanted and partnership.may_staff(wanted, as_role, at_unit)
    ), side as (
        select case when as_role in ('WORKING_GROUP', 'COORDINATOR') then p.organiser else p.owner_organisation end as id
        from p
    ), found as (
        select x.id from side join access.person x on x.organisation = side.id
        union
        select a.person from side join access.assignment a on a.organisation = side.id
            where a.deleted_at is null and coalesce(a.valid_to, 'infinity') >= access.today()
              and (a.unit is null or a.unit is not distinct from at_unit)
        union
        select a.person from p join partnership.partnership q on q.owner_organisation = p.owner_organisation
            join partnership.staffing s on s.partnership = q.id join access.assignment a on a.id = s.assignment
            where a.role = as_role and as_role not in ('WORKING_GROUP', 'COORDINATOR') and a.deleted_at is null
        union
        select a.person from p join access.assignment a on a.role = as_role and a.organisation is null
            where a.partnership is null and a.deleted_at is null
              and coalesce(a.valid_to, 'infinity') >= access.today()
    )
    select f.id, n.name, (
            select count(distinct s.partnership)::int
            from access.assignment a join partnership.staffing s on s.assignment = a.id
            join partnership.partnership q on q.id = s.partnership and q.owner_organisation = (select owner_organisation from p)
            where a.person = f.id and a.role = as_role and a.deleted_at is null
              and q.standing in ('PROPOSED', 'OFFERED', 'ACCEPTED', 'RUNNING', 'PAUSED')
              and coalesce(a.valid_to, 'infinity') >= access.today()) as cases
    from found f cross join lateral access.names_of(array[f.id]) n
    where access.is_here(f.id, access.today()) and n.former_role is null
    order by cases, n.name collate "sv-SE-x-icu", f.id limit 300
$$;

-- The facilitators and analysts of the live cases that the actor runs, a line for each role; and those who hold such a role
-- for the agency or office without having a case.
create function partnership.load() returns table (person bigint, name text, role text, partnership bigint,
        organiser bigint, valid_from date, valid_to date, first_term int, variant text, variant_version int)
    language sql stable security definer set search_path = partnership, pg_temp as $$
    with run as (
        select q.* from partnership.partnership q where q.id = any ((select partnership.run())::bigint[])
          and q.standing in ('PROPOSED', 'OFFERED', 'ACCEPTED', 'RUNNING', 'PAUSED')
    ), line as (
        select a.person, a.role, r.id as partnership, r.organiser, a.valid_from, a.valid_to, r.first_term, r.variant,
            r.variant_version
        from run r join partnership.staffing s on s.partnership = r.id join access.assignment a on a.id = s.assignment
        where a.role in ('PROCESS_FACILITATOR', 'ANALYST') and a.deleted_at is null
          and coalesce(a.valid_to, 'infinity') >= access.today()
        union all
        select a.person, a.role, null, null, a.valid_from, a.valid_to, null, null, null
        from access.assignment a
        where a.role in ('PROCESS_FACILITATOR', 'ANALYST') and a.deleted_at is null and a.partnership is null
          and coalesce(a.valid_to, 'infinity') >= access.today() and access.is_here(a.person, access.today())
          and (a.organisation = any ((select access.organisations_for('RUN_PARTNERSHIP'))::bigint[])
            or (select access.everywhere('RUN_PARTNERSHIP')))
    )
    select l.person, n.name, l.role, l.partnership, l.organiser, l.valid_from, l.valid_to, l.first_term, l.variant,
        l.variant_version
    from line l cross join lateral access.names_of(array[l.person]) n
$$;

-- Where the actor is the one to fill a place that the programme asks for, in cases that have begun or will: a role of the
-- agency's side, a coordinator, a working group.
create function partnership.lacking(variants text[], versions int[], roles text[], at_level text[], minimum int[])
        returns table (partnership bigint, organiser bigint, role text, unit bigint)
    language sql stable security definer set search_path = partnership, pg_temp as $$
    with need as (
        select * from unnest(variants, versions, roles, at_level, minimum) as t (variant, version, role, level, minimum)
    ), actor as (
        select partnership.run() as run, partnership.coordinated_for_organiser() as own,
            access.units_for('STAFF_UNIT') as units
    ), mine as (
        select p.*, p.id = any (actor.run) as agency, p.id = any (actor.own) as own
        from partnership.partnership p, actor
        where p.standing in ('ACCEPTED', 'RUNNING') and (p.id = any (actor.run) or p.id = any (actor.own)
            or p.id in (select n.partnership from partnership.participation n where n.unit = any (actor.units)))
    ), place as (
        select p.id, p.organiser, n.role, n.minimum, null::bigint as unit
        from mine p join need n on n.variant = p.variant and n.version = p.variant_version and n.level = 'CASE'
        where case when n.role = 'COORDINATOR' then p.own
            else p.agency and n.role in ('PROCESS_FACILITATOR', 'ANALYST', 'RESEARCHER') end
        union all
        select p.id, p.organiser, n.role, n.minimum, t.unit
        from mine p cross join actor
        join need n on n.variant = p.variant and n.version = p.variant_version
        join partnership.participation t on t.partnership = p.id and t.level = n.level
            and t.standing in ('ACCEPTED', 'RUNNING')
        where case when n.role = 'WORKING_GROUP' then p.own or t.unit = any (actor.units)
            else p.agency and n.role in ('PROCESS_FACILITATOR', 'ANALYST', 'RESEARCHER') end
    )
    select l.id, l.organiser, l.role, l.unit from place l
    where l.minimum > (
        select count(distinct a.person) from partnership.staffing s join access.assignment a on a.id = s.assignment
        where s.partnership = l.id and a.role = l.role and a.deleted_at is null
          and (l.unit is null or s.unit = l.unit)
          and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today())
        + (
        select count(distinct a.person) from access.assignment a
        where a.role = l.role and a.deleted_at is null and a.partnership is null
          and ((l.role = 'COORDINATOR' and a.organisation = l.organiser)
            or (l.role = 'WORKING_GROUP' and a.unit = l.unit))
          and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today())
$$;
