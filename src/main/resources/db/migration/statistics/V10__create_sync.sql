-- A fetch from Skolverket's open APIs. One at a time goes on; a stop in the middle leaves it unended, and whoever takes
-- it up goes on where it was.
create table statistics.sync_run (
    id uuid primary key default gen_random_uuid(),
    person bigint not null,
    started_at timestamptz not null default clock_timestamp(),
    taken_up int not null default 0,
    ended_at timestamptz,
    outcome text check (outcome in ('DONE', 'FAILED')),
    reason text,
    details jsonb not null default '[]',
    report jsonb not null default '{}',
    check ((ended_at is null) = (outcome is null))
);
create unique index one_sync_at_a_time on statistics.sync_run ((true)) where ended_at is null;

-- What is asked, and the answer as it came, packed. Thrown away when all is taken in, but for what was given up.
create table statistics.sync_answer (
    run uuid not null references statistics.sync_run,
    path text not null,
    kind text not null,
    unit text not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'FETCHED', 'NOTHING', 'GIVEN_UP')),
    attempts int not null default 0,
    body bytea,
    reason text,
    details jsonb not null default '[]',
    primary key (run, path),
    check ((state = 'FETCHED') = (body is not null)),
    check ((state = 'GIVEN_UP') = (reason is not null))
);

-- What came but could not be taken in, and why: a value of a kind nobody knows, figures of a unit nobody names.
create table statistics.sync_refusal (
    run uuid not null references statistics.sync_run,
    number int not null,
    path text not null,
    field text not null,
    value text not null,
    reason text not null,
    primary key (run, number)
);

grant select, insert, update on statistics.sync_run to samverkan_app;
grant select, insert, update, delete on statistics.sync_answer to samverkan_app;
grant select, insert on statistics.sync_refusal to samverkan_app;
