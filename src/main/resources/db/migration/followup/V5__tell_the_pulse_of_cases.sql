-- Since when nothing has been heard of the follow-up of each plan, and whether its signs move: one question, however many cases. The
-- organiser's own people hear of every checkpoint that was closed; the agency's side of those that a report has been handed in about.
create function followup.pulses(cases bigint[]) returns table (partnership bigint, unit bigint, last date, moving boolean)
    language sql stable security definer set search_path = followup, pg_temp as $$
    with mine as (
        select (select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[] as led,
            (select access.organisations_for('READ_PORTFOLIO'))::bigint[] as read
    ), reported as (
        select r.plan, max(r.term) as term, max(d.made_at) as at
        from mine, followup.report r join followup.report_deed d on d.report = r.id and d.deed = 'HANDED_IN'
        where r.partnership = any (cases) and r.agency = any (mine.read)
        group by r.plan
    ), heard as (
        select c.id, c.plan, c.partnership, c.unit, c.term, case when c.organiser = any (mine.led) then x.made_at else r.at end as at
        from mine, followup.checkpoint c
        join lateral (select d.deed, d.made_at from followup.checkpoint_deed d where d.checkpoint = c.id order by d.id desc limit 1) x
            on x.deed = 'CLOSED'
        left join reported r on r.plan = c.plan
        where c.partnership = any (cases) and (c.organiser = any (mine.led) or c.term <= r.term)
    ), judged as (
        select h.plan, s.sign,
            array_agg(array_position(array['NOT_YET', 'SOMETIMES', 'OFTEN', 'ESTABLISHED'], s.state) order by h.term) as states
        from heard h join followup.checkpoint_sign s on s.checkpoint = h.id
        group by h.plan, s.sign
    ), moved as (
        select j.plan, bool_or(j.states[cardinality(j.states)] > j.states[1]) as moving
        from judged j where cardinality(j.states) > 1
        group by j.plan
    )
    select h.partnership, h.unit, (max(h.at) at time zone 'Europe/Stockholm')::date, bool_or(m.moving)
    from heard h left join moved m on m.plan = h.plan
    group by h.partnership, h.unit
$$;
