-- Where each sign, goal and intervention stood when the last report was handed in: by in whom a sign is seen, and by what the plan does
-- about what (its answer: what a cause is about, and the level on which an intervention changes something). A sign or a goal stands with
-- all answers of its area. Own figures count when they were counted before the report was handed in; published ones as they are known.
-- The spread is what an interval is made from: of each answer the sums over organisers of those reached, of all, and of their squares.
-- A goal finds its own figures in their index; and these sums, which take the longest of all, are counted beside those of the other rooms
-- (docs/adr/0165).
create or replace function followup.tallies(cases bigint[]) returns table (topic text, row_key text, column_key text, value float8,
        contributors int)
    language sql stable security definer set search_path = followup, pg_temp as $$
    with r as materialized (
        select r.plan, max(r.term) as term, max(d.made_at)::date as handed_on
        from partnership.tallied(cases) k (id) join followup.report r on r.partnership = k.id
        join followup.report_deed d on d.report = r.id and d.deed = 'HANDED_IN'
        group by r.plan
    ), c as materialized (
        select distinct on (c.plan) c.id, c.plan, c.unit
        from followup.checkpoint c join r on r.plan = c.plan and c.term <= r.term
        where (select d.deed from followup.checkpoint_deed d where d.checkpoint = c.id order by d.id desc limit 1) = 'CLOSED'
        order by c.plan, c.term desc
    ), a as materialized (
        select a.* from r join actionplan.answers(cases) a on a.plan = r.plan
    ), p as materialized (
        select distinct a.plan, a.unit, a.organiser, a.area, a.answer collate "C" as answer from a where a.stands
    ), m as materialized (
        select m.*, r.handed_on from r join actionplan.aims(cases) m on m.plan = r.plan
    ), s as materialized (
        select c.plan, c.unit, j.state collate "C" as state, coalesce(m.whose, '') collate "C" as whose, m.area
        from c join followup.checkpoint_sign j on j.checkpoint = c.id left join m on m.kind = 'SIGN' and m.part = j.sign
    ), ws as materialized (
        select p.answer, p.unit, p.organiser, s.state from s join p on p.plan = s.plan and p.area = s.area
    ), i as materialized (
        select c.unit, j.state collate "C" as state, coalesce(a.answer, 'NONE.NONE') collate "C" as answer
        from c join followup.checkpoint_intervention j on j.checkpoint = c.id
        left join a on a.plan = c.plan and a.intervention = j.intervention
    ), g as materialized (
        select m.plan, m.part, m.area, m.since, m.baseline, m.target, f.value as counted, m.unit, m.indicator,
            case coalesce(nullif(m.better, ''), case when m.target < m.baseline then 'LOWER' else 'HIGHER' end)
                when 'LOWER' then -1 else 1 end as way
        from m left join lateral (
            select f.value from followup.own_figure f
            where f.goal = m.part and m.indicator = '' and f.removed_at is null and f.counted_on <= m.handed_on
            order by f.counted_on desc limit 1
        ) f on true
        where m.kind = 'GOAL' and m.stands
    ), n as materialized (
        select n.* from (select array_agg(g.unit) as units, array_agg(g.indicator) as codes from g where g.indicator <> '') w,
            statistics.newest_values(w.units, w.codes) n
    ), k as materialized (
        select g.plan, g.area, case
            when v.now is null or g.baseline is null or g.target is null then 'UNKNOWN'
            when (v.now - g.target) * g.way >= 0 then 'REACHED'
            when (v.now - g.baseline) * g.way > 0 then 'TOWARDS'
            else 'NOT_TOWARDS' end as state
        from g left join n on n.unit = g.unit and n.code = g.indicator and n.period > coalesce(g.since, 0),
            lateral (select coalesce(g.counted, n.value) as now) v
    ), wg as materialized (
        select p.answer, p.unit, p.organiser, k.state from k join p on p.plan = k.plan and p.area = k.area
    ), o as materialized (
        select 'sign' as what, ws.answer, ws.organiser, count(*) filter (where ws.state in ('OFTEN', 'ESTABLISHED'))::float8 as y,
            count(*)::float8 as m
        from ws group by ws.answer, ws.organiser
        union all
        select 'goal', wg.answer, wg.organiser, count(*) filter (where wg.state in ('REACHED', 'TOWARDS'))::float8, count(*)::float8
        from wg where wg.state <> 'UNKNOWN' group by wg.answer, wg.organiser
    )
    select 'signs', coalesce(s.state, '*'), coalesce(s.whose, '*'), count(*)::float8, count(distinct s.unit)::int
    from s group by cube (s.state, s.whose)
    union all
    select 'deliveries', coalesce(i.answer, '*'), coalesce(i.state, '*'), count(*)::float8, count(distinct i.unit)::int
    from i group by cube (i.answer, i.state)
    union all
    select 'answers', p.answer, q.name, n.many, n.many::int
    from (select p.answer, count(distinct p.organiser)::float8 as organisers, count(distinct p.unit)::float8 as units
        from p group by p.answer) p, (values ('ORGANISERS'), ('UNITS')) q (name),
        lateral (select case q.name when 'UNITS' then p.units else p.organisers end as many) n
    union all
    select 'answered-signs', ws.answer, coalesce(ws.state, '*'), count(*)::float8, count(distinct ws.unit)::int
    from ws group by grouping sets ((ws.answer, ws.state), (ws.answer))
    union all
    select 'answered-goals', wg.answer, coalesce(wg.state, '*'), count(*)::float8, count(distinct wg.unit)::int
    from wg group by grouping sets ((wg.answer, wg.state), (wg.answer))
    union all
    select o.what || '-spread', o.answer, q.name, q.value, o.organisers
    from (select o.what, o.answer, array[sum(o.y), sum(o.m), sum(o.y * o.y), sum(o.y * o.m), sum(o.m * o.m)] as sums,
            count(*)::int as organisers
        from o group by o.what, o.answer) o, unnest(array['Y', 'M', 'YY', 'YM', 'MM'], o.sums) q (name, value)
$$;
alter function followup.tallies(bigint[]) parallel safe cost 4000000;
