-- A point of a goal's series that people see stands out (an astronomical point), with why: no rule can tell.
create table followup.marked_point (
    id bigint generated always as identity primary key,
    plan bigint not null,
    goal bigint not null,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    day date not null,
    words text not null check (length(trim(words)) between 1 and 300),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    removed_by bigint,
    removed_at timestamptz
);
create unique index marked_point_once on followup.marked_point (goal, day) where removed_at is null;
create index marked_point_by_plan on followup.marked_point (plan);
alter table followup.marked_point enable row level security;
create policy known on followup.marked_point for select using (
    unit = any ((select followup.known_units())::bigint[]) or plan = any ((select followup.opened())::bigint[]));
create policy marked on followup.marked_point for insert with check (
    made_by = access.person() and unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));
create policy undone on followup.marked_point for update using (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));
grant select, insert, update (removed_by, removed_at) on followup.marked_point to samverkan_app;

create function followup.points_of_person(wanted bigint) returns table (words text, day date, made_at timestamptz)
    language sql stable security definer set search_path = followup, pg_temp as $$
    select m.words, m.day, m.made_at from followup.marked_point m
    where (select access.may_extract(wanted)) and wanted in (m.made_by, m.removed_by) order by m.id
$$;
