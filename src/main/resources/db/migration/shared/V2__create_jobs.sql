-- Background work, claimed with row locks so that it runs once whoever runs it. Outside row-level security: whose rights
-- a job has is decided by the job, when it runs.
create table shared.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on shared.scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on shared.scheduled_tasks (last_heartbeat);

-- How far long work has come, shown on the page and in the terminal; survives a restart.
create table shared.progress (
    id uuid primary key default gen_random_uuid(),
    work text not null,
    started_by bigint not null,
    started_at timestamptz not null default clock_timestamp(),
    touched_at timestamptz not null default clock_timestamp(),
    step text not null default '',
    done bigint not null default 0,
    total bigint,
    ended_at timestamptz,
    outcome text check (outcome in ('DONE', 'FAILED', 'STOPPED')),
    message jsonb not null default '{}'
);
create index progress_by_work on shared.progress (work, started_at desc);

grant select, insert, update, delete on shared.scheduled_tasks to samverkan_app;
grant select, insert, update on shared.progress to samverkan_app;
