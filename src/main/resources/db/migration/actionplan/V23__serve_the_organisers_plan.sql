-- That an area or a goal of a unit's plan serves an area or a goal of the organiser's own plan.
create table actionplan.serving (
    id bigint generated always as identity primary key,
    plan bigint not null,
    part bigint not null,
    upper_plan bigint not null,
    upper_part bigint not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    removed_by bigint,
    removed_at timestamptz,
    foreign key (part, plan) references actionplan.part (id, plan),
    foreign key (upper_part, upper_plan) references actionplan.part (id, plan),
    check (plan <> upper_plan)
);
create unique index serves_once on actionplan.serving (part, upper_part) where removed_at is null;
create index serving_by_upper on actionplan.serving (upper_plan);

-- The plans of the organiser's own level that hold, in partnerships in which the actor writes the plan of a unit: what holds for the
-- organiser is what a unit's plan can serve, and until then it is the organiser's draft.
create function actionplan.above() returns bigint[] language sql stable security definer
    set search_path = actionplan, pg_temp as $$
    select coalesce(array_agg(a.id), '{}') from actionplan.plan a
    where a.level = 'ORGANISER'
      and a.partnership in (select w.partnership from actionplan.plan w where w.id = any (actionplan.written()))
      and exists (select from actionplan.decision d where d.plan = a.id and d.holds)
$$;

-- Those that the actor reads: writes them, has been opened to, works at or answers for the unit, or can serve them.
create or replace function actionplan.known() returns bigint[] language sql stable security definer
    set search_path = actionplan, pg_temp as $$
    select (select actionplan.written()) || (select actionplan.opened()) || (select actionplan.above())
        || (select coalesce(array_agg(a.id), '{}')
        from actionplan.plan a
        where a.unit = any ((select access.seen_units())::bigint[])
           or a.organiser = any ((select access.seen_organisers())::bigint[])
           or (a.level = 'ORGANISER' and a.organiser = any ((select access.seen_organisations())::bigint[])))
$$;

-- A link is seen by those who read the plan that serves; of the other plan it tells no more than they read of it anyway.
alter table actionplan.serving enable row level security;
create policy known on actionplan.serving for select using (plan = any ((select actionplan.known())::bigint[]));
create policy made on actionplan.serving for insert with check (
    made_by = access.person() and plan = any ((select actionplan.written())::bigint[])
    and upper_plan = any ((select actionplan.known())::bigint[]));
create policy ended on actionplan.serving for update using (plan = any ((select actionplan.written())::bigint[]));

grant select, insert, update (removed_by, removed_at) on actionplan.serving to samverkan_app;
