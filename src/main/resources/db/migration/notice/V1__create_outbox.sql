grant usage on schema notice to samverkan_app;

-- Something that happened and is told. Ids only: whoever is told opens them with the own rights.
create table notice.event (
    id bigint generated always as identity primary key,
    key uuid not null unique default gen_random_uuid(),
    kind text not null,
    about jsonb not null,
    organisations bigint[] not null,
    told_by bigint not null default access.person(),
    told_at timestamptz not null
);
create index event_by_time on notice.event (told_at);

-- A mail that has been sent: in which language, and which edition of the words it was made with. What it said is kept in a
-- demonstration only, where there is nowhere to send it.
create table notice.mail (
    id bigint generated always as identity primary key,
    key uuid not null unique default gen_random_uuid(),
    person bigint not null references access.person,
    urgency text not null check (urgency in ('MUST_ACT', 'DIGEST')),
    language char(2) not null,
    edition text not null,
    sent_at timestamptz not null,
    subject text,
    body text
);
create index mail_by_person on notice.mail (person, sent_at desc);

-- What one person is to be told, and whether it has been. It is held while it is being sent, by whoever does; when that
-- machine dies the hold runs out and another takes it up.
create table notice.outbox (
    id bigint generated always as identity primary key,
    event bigint not null references notice.event,
    person bigint not null references access.person,
    urgency text not null check (urgency in ('MUST_ACT', 'DIGEST')),
    state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'NOT_SEEN', 'UNWANTED', 'GIVEN_UP')),
    attempts int not null default 0,
    try_at timestamptz not null,
    held_until timestamptz,
    problem text,
    mail bigint references notice.mail,
    ended_at timestamptz,
    unique (event, person),
    check ((state = 'WAITING') = (ended_at is null)),
    check ((state = 'SENT') = (mail is not null))
);
create index outbox_waiting on notice.outbox (try_at) where state = 'WAITING';
create index outbox_by_person on notice.outbox (person, state);
create index outbox_by_mail on notice.outbox (mail);

alter table notice.event enable row level security;
alter table notice.mail enable row level security;
alter table notice.outbox enable row level security;
create policy ones_own on notice.outbox for select using (person = access.person());
create policy kept_in_order on notice.outbox for select using ((select access.everywhere('MANAGE_MAIL')));
create policy ones_own on notice.mail for select using (person = access.person());
create policy told on notice.event for select using (exists (select from notice.outbox o where o.event = event.id));

grant select on notice.event, notice.mail, notice.outbox to samverkan_app;
