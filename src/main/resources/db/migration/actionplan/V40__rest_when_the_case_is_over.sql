-- A plan of a unit that takes part no longer is read and not changed, whichever door somebody comes by.
create function actionplan.rests(wanted bigint) returns boolean language sql stable security definer
    set search_path = actionplan, pg_temp as $$
    select coalesce((select partnership.rests(a.partnership, a.unit) from actionplan.plan a where a.id = wanted), false)
$$;
create policy awake_to_add on actionplan.part as restrictive for insert with check (not actionplan.rests(plan));
create policy awake on actionplan.part as restrictive for update using (not actionplan.rests(plan));
create policy awake_to_decide on actionplan.version as restrictive for insert with check (not actionplan.rests(plan));
