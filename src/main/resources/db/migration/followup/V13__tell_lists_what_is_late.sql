-- The checkpoints that are late in many cases, for the organiser's own people: one question, however many cases. The agency's side is
-- told nothing by what a unit has not written.
create function followup.late(cases bigint[]) returns table (partnership bigint, unit bigint, unit_name text, plan bigint, term int)
    language sql stable security definer set search_path = followup, pg_temp as $$
    select a.partnership, a.unit, u.name, a.plan, a.term
    from followup.awaited a join organisation.unit u on u.id = a.unit
    join partnership.participation n on n.partnership = a.partnership and n.unit = a.unit and n.standing = 'RUNNING'
    where a.partnership = any (cases) and a.last_day < access.today()
      and a.organiser = any ((select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[])
      and not exists (select from followup.checkpoint k where k.plan = a.plan and k.term = a.term
        and (select d.deed from followup.checkpoint_deed d where d.checkpoint = k.id order by d.id desc limit 1)
            in ('CLOSED', 'SKIPPED'))
    order by a.partnership, u.name collate "sv-SE-x-icu", a.term
$$;
