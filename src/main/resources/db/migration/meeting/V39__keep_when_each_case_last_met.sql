-- When each case, and each unit in it, last held a meeting that was closed: kept beside the meetings and by them, so that a list of a
-- thousand cases reads what is and not all that was. Those that are planned are few; they are counted where they are.
create table meeting.pulse (
    partnership bigint not null,
    unit bigint references organisation.unit,
    met date,
    unique nulls not distinct (partnership, unit)
);
alter table meeting.pulse enable row level security;
create index meeting_planned on meeting.meeting (partnership, unit) where standing = 'PLANNED';

-- The row is held first and read for afterwards, so that of two people who close two meetings the second sees what the first did.
create function meeting.take_pulse(of_case bigint, of_unit bigint) returns void language plpgsql security definer
    set search_path = meeting, pg_temp as $$
begin
    insert into meeting.pulse (partnership, unit) values (of_case, of_unit)
    on conflict (partnership, unit) do update set met = pulse.met;
    update meeting.pulse p
    set met = (select (max(m.starts_at) at time zone 'Europe/Stockholm')::date from meeting.meeting m
        where m.partnership = of_case and m.unit is not distinct from of_unit and m.standing = 'CLOSED')
    where p.partnership = of_case and p.unit is not distinct from of_unit;
end $$;
create function meeting.pulse_of_meeting() returns trigger language plpgsql security definer set search_path = meeting, pg_temp as $$
begin
    perform meeting.take_pulse(coalesce(new.partnership, old.partnership), case when new is null then old.unit else new.unit end);
    return null;
end $$;
create trigger keeps_the_pulse after insert or delete or update of standing, starts_at on meeting.meeting
    for each row execute function meeting.pulse_of_meeting();
insert into meeting.pulse (partnership, unit, met)
select partnership, unit, (max(starts_at) filter (where standing = 'CLOSED') at time zone 'Europe/Stockholm')::date
from meeting.meeting group by partnership, unit;

create or replace function meeting.pulses() returns table (partnership bigint, unit bigint, last date, next date, unclosed int)
    language sql stable security definer set search_path = meeting, pg_temp as $$
    with planned as (
        select m.partnership, m.unit, min(m.starts_at) filter (where m.starts_at > now()) as next,
            (count(*) filter (where m.ends_at < now() - interval '2 days'))::int as unclosed
        from meeting.meeting m where m.standing = 'PLANNED'
        group by m.partnership, m.unit
    )
    select p.partnership, p.unit, p.met, (n.next at time zone 'Europe/Stockholm')::date, coalesce(n.unclosed, 0)
    from (select distinct unnest(meeting.whole_cases()) as id) k join meeting.pulse p on p.partnership = k.id
    left join planned n on n.partnership = p.partnership and n.unit is not distinct from p.unit
$$;
