-- Where each sign and intervention stood in the last closed checkpoint that a report has been handed in about.
create function followup.tallies(cases bigint[]) returns table (topic text, row_key text, column_key text, value float8,
        contributors int)
    language sql stable security definer set search_path = followup, pg_temp as $$
    with r as materialized (
        select r.plan, max(r.term) as term
        from partnership.tallied(cases) k (id) join followup.report r on r.partnership = k.id
        where exists (select from followup.report_deed d where d.report = r.id and d.deed = 'HANDED_IN')
        group by r.plan
    ), c as materialized (
        select distinct on (c.plan) c.id, c.plan, c.unit
        from followup.checkpoint c join r on r.plan = c.plan and c.term <= r.term
        where (select d.deed from followup.checkpoint_deed d where d.checkpoint = c.id order by d.id desc limit 1) = 'CLOSED'
        order by c.plan, c.term desc
    ), s as (
        select c.unit, j.state, g.whose from c join followup.checkpoint_sign j on j.checkpoint = c.id
        join followup.sign g on g.id = j.sign
    ), i as (
        select c.unit, j.state from c join followup.checkpoint_intervention j on j.checkpoint = c.id
    )
    select 'signs', coalesce(s.state, '*'), coalesce(s.whose, '*'), count(*)::float8, count(distinct s.unit)::int
    from s group by cube (s.state, s.whose)
    union all
    select 'deliveries', coalesce(i.state, '*'), 'INTERVENTIONS', count(*)::float8, count(distinct i.unit)::int
    from i group by cube (i.state)
$$;
