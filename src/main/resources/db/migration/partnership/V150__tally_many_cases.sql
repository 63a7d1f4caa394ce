-- The organisations whose sums the actor may read: those for which the actor holds the verb, and of a researcher the agencies or offices
-- of the cases that the researcher has a role in.
create function partnership.tallying() returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select (select access.organisations_for('READ_AGGREGATES'))::bigint[]
        || (select coalesce(array_agg(distinct p.owner_organisation), '{}') from partnership.partnership p
            where p.id = any ((select access.partnerships_for('READ_AGGREGATES'))::bigint[]))
$$;

-- Which of these cases are in sums that the actor may read: those of the agency or office, or of the organiser, for which the actor
-- holds the verb. A case of which the organiser has not been told is in no sum.
create function partnership.tallied(cases bigint[]) returns setof bigint language sql stable security definer
    set search_path = partnership, pg_temp as $$
    with mine as (select (select partnership.tallying())::bigint[] as here,
        (select access.everywhere('READ_AGGREGATES')) as everywhere)
    select p.id from partnership.partnership p, mine
    where p.id = any (cases) and p.told_at is not null and (mine.everywhere or p.owner_organisation = any (mine.here) or p.organiser = any (mine.here))
$$;

-- The programmes whose sums the actor may read: a variant at whoever owns its cases, or is the organiser in them.
create function partnership.programmes_tallied() returns table (organisation bigint, name text, variant text, newest int, cases int)
    language sql stable security definer set search_path = partnership, pg_temp as $$
    with mine as (select (select partnership.tallying())::bigint[] as here,
        (select access.everywhere('READ_AGGREGATES')) as everywhere),
    p as (select distinct p.id, s.side, p.variant, p.variant_version
        from partnership.partnership p, lateral (values (p.owner_organisation), (p.organiser)) s (side), mine
        where p.told_at is not null and (mine.everywhere or s.side = any (mine.here)))
    select p.side, o.name, p.variant, max(p.variant_version), count(*)::int
    from p join organisation.organisation o on o.id = p.side
    group by p.side, o.name, p.variant
    order by count(*) desc, o.name collate "sv-SE-x-icu", p.variant
$$;

create function partnership.cases_tallied(of_organisation bigint, of_variant text) returns setof bigint language sql stable
    security definer set search_path = partnership, pg_temp as $$
    select p.id from partnership.partnership p
    where p.variant = of_variant and (p.owner_organisation = of_organisation or p.organiser = of_organisation)
      and p.told_at is not null
      and ((select access.everywhere('READ_AGGREGATES'))
          or of_organisation = any ((select partnership.tallying())::bigint[]))
$$;

-- Who takes part and where they are, how long each phase took, and why some said no.
create function partnership.tallies(cases bigint[]) returns table (topic text, row_key text, column_key text, value float8,
        contributors int)
    language sql stable security definer set search_path = partnership, pg_temp as $$
    with p as materialized (
        select p.id, p.organiser, p.first_term, p.standing, o.organiser_type
        from partnership.tallied(cases) k (id) join partnership.partnership p on p.id = k.id
        join organisation.organisation o on o.id = p.organiser
    ), n as materialized (
        select n.partnership, n.unit, n.level, n.standing, coalesce(m.county, '') as county
        from partnership.participation n join p on p.id = n.partnership
        join organisation.unit u on u.id = n.unit left join organisation.municipality m on m.code = u.municipality
        where n.standing <> 'PROPOSED'
    ), b as materialized (
        select b.partnership, b.unit, b.phase, b.day,
            lead(b.day) over (partition by b.partnership, b.unit order by b.day, b.made_at) as until
        from partnership.phase_begun b join p on p.id = b.partnership
    ), x as (
        select distinct on (d.partnership, d.unit) d.partnership, d.unit, d.reason
        from partnership.decision d join p on p.id = d.partnership
        where d.kind = 'DECLINED' and d.unit is not null
        order by d.partnership, d.unit, d.made_at desc
    )
    select 'organisers', coalesce(p.first_term::text, '*'), coalesce(p.organiser_type, '*'), count(*)::float8,
        count(distinct p.organiser)::int
    from p where p.standing in ('ACCEPTED', 'RUNNING', 'PAUSED', 'DISCONTINUED', 'COMPLETED')
    group by cube (p.first_term, p.organiser_type)
    union all
    select 'units', coalesce(n.county, '*'), coalesce(n.level, '*'), count(*)::float8, count(distinct n.unit)::int
    from n where n.standing in ('ACCEPTED', 'RUNNING', 'PAUSED', 'LEFT', 'COMPLETED')
    group by cube (n.county, n.level)
    union all
    select 'standings', coalesce(n.standing, '*'), coalesce(n.level, '*'), count(*)::float8, count(distinct n.unit)::int
    from n group by cube (n.standing, n.level)
    union all
    select 'phases', coalesce(b.phase, '*'), coalesce(n.level, '*'), count(*)::float8, count(distinct n.unit)::int
    from b join n on n.partnership = b.partnership and n.unit = b.unit
    where b.until is null and n.standing in ('RUNNING', 'PAUSED')
    group by cube (b.phase, n.level)
    union all
    select 'times', b.phase, q.name, percentile_cont(q.at) within group (order by b.until - b.day), count(distinct b.unit)::int
    from b, (values ('LOWER', 0.25), ('MEDIAN', 0.5), ('UPPER', 0.75)) q (name, at)
    where b.until is not null
    group by b.phase, q.name, q.at
    union all
    select 'reasons', coalesce(x.reason, '*'), coalesce(n.level, '*'), count(*)::float8, count(distinct n.unit)::int
    from x join n on n.partnership = x.partnership and n.unit = x.unit
    where n.standing = 'DECLINED'
    group by cube (x.reason, n.level)
$$;
