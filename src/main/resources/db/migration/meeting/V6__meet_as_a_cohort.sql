-- A gathering: one meeting that all cases of a cohort hold as one. Each case keeps a meeting of its own in it, with its own
-- attendance, notes and closing, so that what is written in one case is never read in another; the time, the place and the common
-- items of the agenda are the same in all, and are changed in all by those who plan them all.
create table meeting.gathering (
    id bigint generated always as identity primary key,
    cohort bigint not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index gathering_by_cohort on meeting.gathering (cohort);

alter table meeting.meeting add column gathering bigint references meeting.gathering;
create index meeting_by_gathering on meeting.meeting (gathering) where gathering is not null;
alter table meeting.agenda_item add column common uuid;
create index agenda_item_in_common on meeting.agenda_item (common) where common is not null;

-- Whether the actor plans the meetings of every case of a cohort that is going on.
create function meeting.plans_cohort(wanted bigint) returns boolean language sql stable security definer
    set search_path = meeting, pg_temp as $$
    select exists (select from partnership.partnership p where p.cohort = wanted
            and p.standing in ('ACCEPTED', 'RUNNING', 'PAUSED'))
        and not exists (select from partnership.partnership p where p.cohort = wanted
            and p.standing in ('ACCEPTED', 'RUNNING', 'PAUSED') and not meeting.may_plan(p.id, null))
$$;
create function meeting.plans_gathering(wanted bigint) returns boolean language sql stable security definer
    set search_path = meeting, pg_temp as $$
    select meeting.plans_cohort((select g.cohort from meeting.gathering g where g.id = wanted))
$$;

alter table meeting.gathering enable row level security;
create policy of_meetings on meeting.gathering for select using (
    exists (select from meeting.meeting m where m.gathering = gathering.id));
create policy own_new on meeting.gathering for select using (made_by = access.person());
create policy planned on meeting.gathering for insert with check (
    made_by = access.person() and meeting.plans_cohort(cohort));
-- A meeting is in a gathering of its own cohort, and nobody puts it there who does not plan them all.
create policy together on meeting.meeting as restrictive for insert with check (
    gathering is null or meeting.plans_gathering(gathering));

grant select, insert on meeting.gathering to samverkan_app;
