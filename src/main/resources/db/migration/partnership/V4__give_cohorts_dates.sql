-- The days that a cohort has in common. A day that is taken away stays, marked, so that what was told is still known.
create table partnership.cohort_day (
    id bigint generated always as identity primary key,
    cohort bigint not null references partnership.cohort,
    day date not null,
    name text not null check (length(trim(name)) between 1 and 100),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    taken_away_at timestamptz
);
create index cohort_day_by_cohort on partnership.cohort_day (cohort, day);

create function partnership.cohorts_run() returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select coalesce(array_agg(c.id), '{}') from partnership.cohort c
    where (select access.everywhere('RUN_PARTNERSHIP'))
       or c.owner_organisation = any ((select access.organisations_for('RUN_PARTNERSHIP'))::bigint[])
$$;
-- Those that the actor's own partnerships are in, or have been offered a place in.
create function partnership.cohorts_known() returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select coalesce(array_agg(distinct p.cohort), '{}') from partnership.partnership p
    where p.cohort is not null
      and (p.id = any ((select partnership.known())::bigint[])
           or p.id = any (select o.partnership from partnership.offer o
                where o.id = any ((select partnership.offers_to_actor())::bigint[])))
$$;
alter table partnership.cohort_day enable row level security;
create policy run on partnership.cohort_day for all using (cohort = any ((select partnership.cohorts_run())::bigint[]));
create policy known on partnership.cohort_day for select using (cohort = any ((select partnership.cohorts_known())::bigint[]));
grant select, insert, update (taken_away_at) on partnership.cohort_day to samverkan_app;
