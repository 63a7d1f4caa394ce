-- Goals, signs and interventions of plans that hold: what stood when the newest version that holds was decided.
create function actionplan.tallies(cases bigint[]) returns table (topic text, row_key text, column_key text, value float8,
        contributors int)
    language sql stable security definer set search_path = actionplan, pg_temp as $$
    with h as materialized (
        select l.id, l.unit, max(v.made_at) as at
        from partnership.tallied(cases) k (id) join actionplan.plan l on l.partnership = k.id
        join actionplan.version v on v.plan = l.id
        join actionplan.decision d on d.version = v.id and d.holds
        group by l.id, l.unit
    ), p as materialized (
        select h.unit, p.id, p.plan, p.kind, p.fields
        from h join actionplan.part p on p.plan = h.id and p.kind in ('CAUSE', 'SIGN', 'INTERVENTION') and p.made_at <= h.at
            and coalesce(p.removed_at, 'infinity') > h.at
    ), i as (
        select i.unit, coalesce(c.fields ->> 'ABOUT', '') as about, coalesce(i.fields ->> 'LEVEL', '') as level
        from p i left join p c on c.plan = i.plan and c.kind = 'CAUSE' and c.id::text = i.fields ->> 'ANSWERS'
        where i.kind = 'INTERVENTION'
    ), s as (
        select s.unit, coalesce(s.fields ->> 'WHOSE', '') as whose from p s where s.kind = 'SIGN'
    )
    select 'interventions', coalesce(i.about, '*'), coalesce(i.level, '*'), count(*)::float8, count(distinct i.unit)::int
    from i group by cube (i.about, i.level)
    union all
    select 'planned-signs', coalesce(s.whose, '*'), 'SIGNS', count(*)::float8, count(distinct s.unit)::int
    from s group by cube (s.whose)
$$;
