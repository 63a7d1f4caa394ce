-- When each case of which the actor reads every meeting last met, and meets next: one question, however many cases.
create function meeting.pulses() returns table (partnership bigint, unit bigint, last date, next date)
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select m.partnership, m.unit,
        (max(m.starts_at) filter (where m.standing = 'CLOSED') at time zone 'Europe/Stockholm')::date,
        (min(m.starts_at) filter (where m.standing = 'PLANNED' and m.starts_at > now()) at time zone 'Europe/Stockholm')::date
    from (select distinct unnest(meeting.whole_cases()) as id) k join meeting.meeting m on m.partnership = k.id
    where m.standing <> 'CANCELLED'
    group by m.partnership, m.unit
$$;
-- How many meetings a case has held since a day, and how many of those invited came; for the facilitators' own review. No
-- names: counts of whole cases.
create function meeting.held(since date) returns table (partnership bigint, meetings int, invited int, came int)
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select m.partnership, count(distinct m.id)::int, count(i.person)::int, count(i.person) filter (where i.came)::int
    from (select distinct unnest(meeting.whole_cases()) as id) k join meeting.meeting m on m.partnership = k.id
    left join meeting.invited i on i.meeting = m.id and i.came is not null
    where m.standing = 'CLOSED' and m.starts_at >= since
    group by m.partnership
$$;
