-- What plans that hold do about what, for sums of rooms above: each intervention with what its cause is about and the level on which it
-- changes something (its answer). One that has been amended away is told too, and that it does not stand.
create function actionplan.answers(cases bigint[]) returns table (plan bigint, unit bigint, organiser bigint, area bigint,
        intervention bigint, answer text, stands boolean)
    language sql stable security definer set search_path = actionplan, pg_temp rows 20000 as $$
    with h as materialized (
        select l.id, l.unit, l.organiser, max(v.made_at) as at
        from partnership.tallied(cases) k (id) join actionplan.plan l on l.partnership = k.id
        join actionplan.version v on v.plan = l.id
        join actionplan.decision d on d.version = v.id and d.holds
        group by l.id
    ), p as materialized (
        select h.id as plan, h.unit, h.organiser, p.id, p.kind, p.upper_part, p.fields, coalesce(p.removed_at, 'infinity') > h.at as stands
        from h join actionplan.part p on p.plan = h.id and p.kind in ('CAUSE', 'INTERVENTION') and p.made_at <= h.at
    )
    select i.plan, i.unit, i.organiser, i.upper_part, i.id,
        coalesce(c.fields ->> 'ABOUT', 'NONE') || '.' || coalesce(i.fields ->> 'LEVEL', 'NONE'), i.stands
    from p i left join p c on c.kind = 'CAUSE' and c.plan = i.plan and c.id::text = i.fields ->> 'ANSWERS'
    where i.kind = 'INTERVENTION'
$$;

-- The same of what they aim at: goals with how they are measured, and visible signs, each with its area.
create function actionplan.aims(cases bigint[]) returns table (plan bigint, unit bigint, organiser bigint, area bigint, part bigint,
        kind text, indicator text, since int, better text, baseline float8, target float8, stands boolean)
    language sql stable security definer set search_path = actionplan, pg_temp rows 20000 as $$
    with h as materialized (
        select l.id, l.unit, l.organiser, max(v.made_at) as at
        from partnership.tallied(cases) k (id) join actionplan.plan l on l.partnership = k.id
        join actionplan.version v on v.plan = l.id
        join actionplan.decision d on d.version = v.id and d.holds
        group by l.id
    ), p as materialized (
        select h.id as plan, h.unit, h.organiser, p.id, p.kind, p.upper_part, p.fields, coalesce(p.removed_at, 'infinity') > h.at as stands
        from h join actionplan.part p on p.plan = h.id and p.kind in ('GOAL', 'SIGN') and p.made_at <= h.at
    )
    select a.plan, a.unit, a.organiser, coalesce(g.upper_part, a.upper_part), a.id, a.kind,
        coalesce(a.fields ->> 'INDICATOR', ''), (a.fields ->> 'BASELINE_PERIOD')::int, coalesce(a.fields ->> 'BETTER', ''),
        (a.fields ->> 'BASELINE')::float8, (a.fields ->> 'TARGET')::float8, a.stands
    from p a left join p g on a.kind = 'SIGN' and g.id = a.upper_part
$$;
