-- When somebody last wrote in the analyses of many cases, for the organiser's own people who coordinate them: one question, and never a
-- word of what was written.
create function analysis.pulses(cases bigint[]) returns table (partnership bigint, unit bigint, last date)
    language sql stable security definer set search_path = analysis, pg_temp as $$
    select a.partnership, a.unit, (max(p.changed_at) at time zone 'Europe/Stockholm')::date
    from analysis.analysis a join analysis.part p on p.analysis = a.id
    where a.partnership = any (cases)
      and a.organiser = any ((select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[])
    group by a.partnership, a.unit
$$;
