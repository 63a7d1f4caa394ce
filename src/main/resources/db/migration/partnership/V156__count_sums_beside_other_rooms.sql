-- The times of a phase in one sorting, and beside the sums of the other rooms (docs/adr/0165).
create or replace function partnership.tallies(cases bigint[]) returns table (topic text, row_key text, column_key text, value float8,
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
    select 'times', b.phase, q.name, q.value, b.units
    from (select b.phase, percentile_cont(array[0.25, 0.5, 0.75]) within group (order by b.until - b.day) as at,
            count(distinct b.unit)::int as units
        from b where b.until is not null group by b.phase) b, unnest(array['LOWER', 'MEDIAN', 'UPPER'], b.at) q (name, value)
    union all
    select 'reasons', coalesce(x.reason, '*'), coalesce(n.level, '*'), count(*)::float8, count(distinct n.unit)::int
    from x join n on n.partnership = x.partnership and n.unit = x.unit
    where n.standing = 'DECLINED'
    group by cube (x.reason, n.level)
$$;
alter function partnership.tallies(bigint[]) parallel safe cost 1000000;
