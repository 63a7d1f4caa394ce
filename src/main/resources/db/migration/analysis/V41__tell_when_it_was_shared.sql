-- When somebody last wrote in the analyses of many cases, for the organiser's own people who coordinate them; and when one was last
-- shared, for these and for those whom it was shared with. One question, and never a word of what was written.
create or replace function analysis.pulses(cases bigint[]) returns table (partnership bigint, unit bigint, last date)
    language sql stable security definer set search_path = analysis, pg_temp as $$
    select h.partnership, h.unit, (max(h.at) at time zone 'Europe/Stockholm')::date
    from (
        select a.partnership, a.unit, p.changed_at as at
        from analysis.analysis a join analysis.part p on p.analysis = a.id
        where a.partnership = any (cases)
          and a.organiser = any ((select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[])
        union all
        select a.partnership, a.unit, s.shared_at from analysis.analysis a
        join records.document d on d.record_room = 'analysis' and d.record_id = a.id::text
        join records.share s on s.document = d.id join records.share_recipient r on r.share = s.id
        where a.partnership = any (cases)
          and (a.organiser = any ((select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[])
            or r.organisation = any ((select access.organisations_for('READ_PORTFOLIO'))::bigint[]))) h
    group by h.partnership, h.unit
$$;
