-- When a plan was last shared in many cases: the organiser's own people hear of every share, the agency's side of those to itself. One
-- question, and never a word of what the plan says.
create function actionplan.pulses(cases bigint[]) returns table (partnership bigint, unit bigint, last date)
    language sql stable security definer set search_path = actionplan, pg_temp as $$
    select a.partnership, a.unit, (max(s.shared_at) at time zone 'Europe/Stockholm')::date
    from actionplan.plan a
    join records.document d on d.record_room = 'actionplan' and d.record_id = a.id::text
    join records.share s on s.document = d.id join records.share_recipient r on r.share = s.id
    where a.partnership = any (cases)
      and (a.organiser = any ((select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[])
        or r.organisation = any ((select access.organisations_for('READ_PORTFOLIO'))::bigint[]))
    group by a.partnership, a.unit
$$;
