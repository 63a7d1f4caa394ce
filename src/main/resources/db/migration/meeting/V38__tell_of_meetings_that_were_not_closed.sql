-- As before, and how many meetings have been without being closed: what was said there is not on record until they are.
drop function meeting.pulses();
create function meeting.pulses() returns table (partnership bigint, unit bigint, last date, next date, unclosed int)
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select m.partnership, m.unit,
        (max(m.starts_at) filter (where m.standing = 'CLOSED') at time zone 'Europe/Stockholm')::date,
        (min(m.starts_at) filter (where m.standing = 'PLANNED' and m.starts_at > now()) at time zone 'Europe/Stockholm')::date,
        (count(*) filter (where m.standing = 'PLANNED' and m.ends_at < now() - interval '2 days'))::int
    from (select distinct unnest(meeting.whole_cases()) as id) k join meeting.meeting m on m.partnership = k.id
    where m.standing <> 'CANCELLED'
    group by m.partnership, m.unit
$$;
