grant usage on schema meeting to samverkan_app;

-- A meeting (träff) of a case: of one unit, or of the whole case where it names none. One of the variant's series keeps the
-- key by which the variant knows it; any other is the case's own. A meeting is an instant and is shown as it is in Sweden.
create table meeting.meeting (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    unit bigint references organisation.unit,
    owner_organisation bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    series text not null default '',
    item text not null default '',
    phase text not null default '',
    name_sv text not null check (length(trim(name_sv)) between 1 and 200),
    name_en text not null default '',
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    place text not null default '' check (length(place) <= 200),
    link text not null default '' check (length(link) <= 500),
    prepare_sv text not null default '',
    prepare_en text not null default '',
    task_sv text not null default '',
    task_en text not null default '',
    roles text[] not null default '{}',
    standing text not null default 'PLANNED' check (standing in ('PLANNED', 'CANCELLED', 'CLOSED')),
    sequence int not null default 0,
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create unique index one_meeting_of_each_kind on meeting.meeting (partnership, coalesce(unit, 0), series, item)
    where series <> '' and standing <> 'CANCELLED';
create index meeting_by_partnership on meeting.meeting (partnership, starts_at);
create index meeting_by_time on meeting.meeting (starts_at);

-- What was decided about a meeting: by whom, why. Nothing here is changed or taken away.
create table meeting.turn (
    id bigint generated always as identity primary key,
    meeting bigint not null references meeting.meeting,
    kind text not null check (kind in ('MOVED', 'CANCELLED', 'SHARED', 'CLOSED', 'REOPENED')),
    reason text not null default '',
    before timestamptz,
    after timestamptz,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    check (kind in ('SHARED', 'CLOSED') or length(trim(reason)) > 0)
);
create index turn_by_meeting on meeting.turn (meeting, made_at);

-- Who is invited, and who came: nothing while nobody has said.
create table meeting.invited (
    meeting bigint not null references meeting.meeting,
    person bigint not null references access.person,
    role text not null,
    came boolean,
    primary key (meeting, person)
);
create index invited_by_person on meeting.invited (person);

create function meeting.forbid_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was decided about a meeting stands' using errcode = 'check_violation';
end $$;
create trigger turns_stand before update or delete on meeting.turn
    for each row execute function meeting.forbid_change();

-- The cases of which the actor reads every meeting: runs or coordinates them, is of the whole organiser, or has a role that
-- names the case and no unit.
create function meeting.whole_cases() returns bigint[] language sql stable security definer
    set search_path = meeting, pg_temp as $$
    select (select partnership.coordinated())
        || (select coalesce(array_agg(distinct a.partnership), '{}')
            from access.assignment a
            join access.permission p on p.role = a.role and p.verb = 'READ_MEETINGS' and p.reach = 'OWN'
            where a.person = access.person() and a.deleted_at is null and a.partnership is not null and a.unit is null
              and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today())
        || (select coalesce(array_agg(p.id), '{}') from partnership.partnership p
            where p.told_at is not null and p.organiser = any ((select access.seen_organisers())::bigint[]))
$$;
-- The cases in which units of the actor take part: their own meetings are read, and those of the whole case.
create function meeting.cases_of_units() returns bigint[] language sql stable security definer
    set search_path = meeting, pg_temp as $$
    select coalesce(array_agg(distinct n.partnership), '{}')
    from partnership.participation n join partnership.partnership p on p.id = n.partnership
    where p.told_at is not null and n.unit = any ((select access.seen_units())::bigint[])
$$;
-- The meetings that the actor is invited to, in cases that the actor still has a part in.
create function meeting.attended() returns bigint[] language sql stable security definer
    set search_path = meeting, pg_temp as $$
    select coalesce(array_agg(i.meeting), '{}') from meeting.invited i join meeting.meeting m on m.id = i.meeting
    where i.person = access.person() and m.partnership = any ((select partnership.known())::bigint[])
$$;
-- Whether the actor plans the meetings of a unit, or of the whole case: runs or coordinates it, facilitates it, or heads the
-- unit.
create function meeting.may_plan(wanted bigint, at_unit bigint) returns boolean language sql stable security definer
    set search_path = meeting, pg_temp as $$
    select exists (
        select from partnership.partnership p
        where p.id = wanted and (at_unit is null or exists (
            select from partnership.participation n where n.partnership = p.id and n.unit = at_unit))
          and (p.id = any ((select partnership.coordinated())::bigint[])
            or p.id = any ((select access.partnerships_for('PLAN_MEETINGS'))::bigint[])
            or (p.told_at is not null and at_unit = any ((select access.units_for('PLAN_MEETINGS'))::bigint[]))))
$$;
create function meeting.planned() returns bigint[] language sql stable security definer
    set search_path = meeting, pg_temp as $$
    select coalesce(array_agg(m.id), '{}') from meeting.meeting m join partnership.partnership p on p.id = m.partnership
    where p.id = any ((select partnership.coordinated())::bigint[])
       or p.id = any ((select access.partnerships_for('PLAN_MEETINGS'))::bigint[])
       or (p.told_at is not null and m.unit = any ((select access.units_for('PLAN_MEETINGS'))::bigint[]))
$$;

alter table meeting.meeting enable row level security;
create policy of_case on meeting.meeting for select using (partnership = any ((select meeting.whole_cases())::bigint[]));
create policy of_units on meeting.meeting for select using (
    partnership = any ((select meeting.cases_of_units())::bigint[])
    and (unit is null or unit = any ((select access.seen_units())::bigint[])));
create policy invited on meeting.meeting for select using (id = any ((select meeting.attended())::bigint[]));
create policy planned on meeting.meeting for insert with check (
    made_by = access.person() and meeting.may_plan(partnership, unit));
create policy changed on meeting.meeting for update using (id = any ((select meeting.planned())::bigint[]));

alter table meeting.turn enable row level security;
create policy seen on meeting.turn for select using (exists (select from meeting.meeting m where m.id = meeting));
create policy decided on meeting.turn for insert with check (
    made_by = access.person() and meeting = any ((select meeting.planned())::bigint[]));

alter table meeting.invited enable row level security;
create policy seen on meeting.invited for select using (exists (select from meeting.meeting m where m.id = meeting));
create policy planned on meeting.invited for all using (meeting = any ((select meeting.planned())::bigint[]));

grant select, insert, update (starts_at, ends_at, place, link, name_sv, name_en, standing, sequence, version)
    on meeting.meeting to samverkan_app;
grant select, insert on meeting.turn to samverkan_app;
grant select, insert, update (came), delete on meeting.invited to samverkan_app;

-- What is held about a person, for an extract: invitations and attendance. Read by whoever may make one.
create function meeting.invitations_of_person(wanted bigint)
        returns table (name text, starts_at timestamptz, role text, came boolean)
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select m.name_sv, m.starts_at, i.role, i.came from meeting.invited i join meeting.meeting m on m.id = i.meeting
    where i.person = wanted and (select access.everywhere('EXTRACT_PERSON'))
    order by m.starts_at
$$;
