-- What a list of many cases tells of each of them, in two questions however many there are. Only what everybody who knows of
-- a case knows: where its units are, which steps are done, when something last happened, who leads. No draft of anybody's.
create function partnership.live_cases() returns table (id bigint, organiser bigint) language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select p.id, p.organiser from (select distinct unnest(partnership.known()) as id) k
    join partnership.partnership p on p.id = k.id
    where p.standing in ('PROPOSED', 'OFFERED', 'ACCEPTED', 'RUNNING', 'PAUSED')
$$;

create function partnership.case_pulses() returns table (id bigint, owner bigint, organiser bigint, organiser_name text,
        variant text, variant_version int, cohort text, first_term int, standing text, decided date, director_since date,
        facilitators int, load int)
    language sql stable security definer set search_path = partnership, pg_temp as $$
    with k as materialized (select * from partnership.live_cases()),
    f as materialized (
        select distinct s.partnership, a.person from partnership.staffing s
        join k on k.id = s.partnership join access.assignment a on a.id = s.assignment
        where a.role = 'PROCESS_FACILITATOR' and a.deleted_at is null and a.valid_from <= access.today()
          and coalesce(a.valid_to, 'infinity') >= access.today()
    ), l as (select person, count(*) as cases from f group by person),
    led as (
        select f.partnership, count(*)::int as facilitators, max(l.cases)::int as load
        from f join l on l.person = f.person group by f.partnership
    ), d as (select x.partnership, max(x.made_at) as at from partnership.decision x join k on k.id = x.partnership group by 1),
    c as (
        select a.organisation, max(a.valid_from) as since from access.assignment a
        where a.role = 'EDUCATION_DIRECTOR' and a.deleted_at is null and a.valid_from <= access.today()
          and a.organisation in (select k.organiser from k)
        group by a.organisation having count(distinct a.person) > 1
    )
    select p.id, p.owner_organisation, p.organiser, o.name, p.variant, p.variant_version, coalesce(t.name, ''),
        p.first_term, p.standing, (d.at at time zone 'Europe/Stockholm')::date, c.since,
        coalesce(led.facilitators, 0), coalesce(led.load, 0)
    from k join partnership.partnership p on p.id = k.id
    join organisation.organisation o on o.id = p.organiser
    left join partnership.cohort t on t.id = p.cohort
    left join d on d.partnership = p.id left join led on led.partnership = p.id left join c on c.organisation = p.organiser
    order by o.name collate "sv-SE-x-icu", p.id
$$;

create function partnership.unit_pulses() returns table (partnership bigint, unit bigint, name text, level text,
        standing text, phase text, begun date, steps text[], heard date, head_since date, changed boolean)
    language sql stable security definer set search_path = partnership, pg_temp as $$
    with k as materialized (select * from partnership.live_cases()),
    n as materialized (select x.* from partnership.participation x join k on k.id = x.partnership),
    b as (
        select distinct on (x.partnership, x.unit) x.partnership, x.unit, x.phase, x.day, x.made_at
        from partnership.phase_begun x join k on k.id = x.partnership
        order by x.partnership, x.unit, x.day desc, x.made_at desc
    ), s as (
        select x.partnership, x.unit, max(x.made_at) as at, array_agg(x.phase || ' ' || x.step) as steps
        from partnership.step_done x join k on k.id = x.partnership
        where not exists (select from partnership.step_undone u where u.done = x.id)
        group by x.partnership, x.unit
    ), h as (
        select a.unit, max(a.valid_from) as since from access.assignment a
        where a.role = 'HEAD_TEACHER' and a.deleted_at is null and a.valid_from <= access.today()
          and a.unit in (select n.unit from n)
        group by a.unit having count(distinct a.person) > 1
    ), c as (
        select distinct x.predecessor as unit from organisation.succession x
        where x.deleted_at is null and x.predecessor in (select n.unit from n)
    )
    select n.partnership, n.unit, u.name, n.level, n.standing, coalesce(b.phase, ''), b.day, coalesce(s.steps, '{}'),
        (greatest(b.made_at, s.at) at time zone 'Europe/Stockholm')::date, h.since,
        c.unit is not null or u.status = 'CLOSED' or u.organiser <> k.organiser
    from n join k on k.id = n.partnership join organisation.unit u on u.id = n.unit
    left join b on b.partnership = n.partnership and b.unit = n.unit
    left join s on s.partnership = n.partnership and s.unit = n.unit
    left join h on h.unit = n.unit left join c on c.unit = n.unit
    order by n.partnership, n.level <> 'ORGANISER', u.name collate "sv-SE-x-icu", n.unit
$$;
