-- Which steps of making the invented country are done. Each is written in the step's own transaction, so that a step is
-- there with all it made, or not at all.
create table statistics.demonstration_step (
    step text primary key,
    done_at timestamptz not null default clock_timestamp()
);

grant select, insert on statistics.demonstration_step to samverkan_app;
