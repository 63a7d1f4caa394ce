-- An organisation's own system that is told of some kinds of events, at its address, by a signed request. The secret is
-- for signing and is never read by anybody but the sender; it is shown once, when it is made.
create table notice.webhook (
    id bigint generated always as identity primary key,
    organisation bigint not null references organisation.organisation,
    name text not null check (length(trim(name)) between 1 and 100),
    url text not null,
    kinds text[] not null check (cardinality(kinds) > 0),
    secret bytea not null check (length(secret) = 32),
    request uuid not null unique,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    failures int not null default 0,
    paused_at timestamptz,
    paused_by bigint,
    removed_at timestamptz
);
create index webhook_by_organisation on notice.webhook (organisation) where removed_at is null;

-- One event on its way to one system. It is held while it is being sent, as in the outbox.
create table notice.delivery (
    id bigint generated always as identity primary key,
    webhook bigint not null references notice.webhook,
    event bigint not null references notice.event,
    state text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts int not null default 0,
    try_at timestamptz not null,
    held_until timestamptz,
    status int,
    problem text,
    ended_at timestamptz,
    unique (webhook, event),
    check ((state = 'WAITING') = (ended_at is null))
);
create index delivery_waiting on notice.delivery (try_at) where state = 'WAITING';
create index delivery_by_event on notice.delivery (event);

alter table notice.webhook enable row level security;
alter table notice.delivery enable row level security;
create policy managed on notice.webhook for all using (
    (select access.everywhere('MANAGE_WEBHOOKS'))
    or organisation = any ((select access.organisations_for('MANAGE_WEBHOOKS'))::bigint[]));
create policy managed on notice.delivery for select using (exists (select from notice.webhook w where w.id = webhook));
create policy delivered on notice.event for select using (exists (select from notice.delivery d where d.event = event.id));

grant select (id, organisation, name, url, kinds, request, made_by, made_at, failures, paused_at, paused_by, removed_at),
    insert (organisation, name, url, kinds, secret, request), update (failures, paused_at, paused_by, removed_at)
    on notice.webhook to samverkan_app;
grant select on notice.delivery to samverkan_app;
