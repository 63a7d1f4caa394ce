-- What somebody takes on until the next meeting: who, what, by when.
create table meeting.assignment (
    id bigint generated always as identity primary key,
    meeting bigint not null references meeting.meeting,
    agenda_item bigint references meeting.agenda_item,
    what text not null check (length(trim(what)) between 1 and 2000),
    person bigint not null references access.person,
    due date,
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    removed_by bigint,
    removed_at timestamptz,
    check ((removed_by is null) = (removed_at is null))
);
create index assignment_by_meeting on meeting.assignment (meeting);
create index assignment_by_person on meeting.assignment (person) where removed_at is null;

-- How it goes, or went: words, a file, or both. Nothing here is changed or taken away.
create table meeting.report (
    id bigint generated always as identity primary key,
    assignment bigint not null references meeting.assignment,
    words text not null default '' check (length(words) <= 20000),
    file bigint references records.file,
    done boolean not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    check (done or length(trim(words)) > 0 or file is not null)
);
create index report_by_assignment on meeting.report (assignment, made_at);
create index report_by_file on meeting.report (file);

create trigger closed_assignments before insert or update or delete on meeting.assignment
    for each row execute function meeting.keep_closed();
create trigger reports_stand before update or delete on meeting.report
    for each row execute function meeting.forbid_change();

alter table meeting.assignment enable row level security;
create policy seen on meeting.assignment for select using (exists (select from meeting.meeting m where m.id = meeting));
create policy given on meeting.assignment for insert with check (
    made_by = access.person() and meeting = any ((select meeting.written())::bigint[]));
create policy changed on meeting.assignment for update using (meeting = any ((select meeting.written())::bigint[]));

alter table meeting.report enable row level security;
create policy seen on meeting.report for select using (
    exists (select from meeting.assignment a where a.id = assignment));
create policy told on meeting.report for insert with check (
    made_by = access.person() and exists (
        select from meeting.assignment a where a.id = assignment and a.removed_at is null
          and (a.person = access.person() or a.meeting = any ((select meeting.written())::bigint[]))));

create policy of_reports on records.file for select using (
    exists (select from meeting.report r where r.file = file.id));

grant select, insert, update (agenda_item, what, person, due, version, removed_by, removed_at)
    on meeting.assignment to samverkan_app;
grant select, insert on meeting.report to samverkan_app;
