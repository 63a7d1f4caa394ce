-- A step of a phase that somebody has marked done, for a unit. Who undoes it within 30 days adds a row; none is taken away.
create table partnership.step_done (
    id bigint generated always as identity primary key,
    partnership bigint not null references partnership.partnership,
    unit bigint not null references organisation.unit,
    phase text not null,
    step text not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index step_done_by_partnership on partnership.step_done (partnership);

create table partnership.step_undone (
    done bigint primary key references partnership.step_done,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);

-- A partnership that was moved to a newer version of its variant.
create table partnership.version_moved (
    id bigint generated always as identity primary key,
    partnership bigint not null references partnership.partnership,
    version_before int not null,
    version_after int not null check (version_after > version_before),
    words text not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index version_moved_by_partnership on partnership.version_moved (partnership);

-- Whether the actor marks steps of a unit done: who runs or coordinates the partnership, has a working role in it, or works
-- at the unit.
create function partnership.does_steps(wanted bigint, at_unit bigint) returns boolean language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select wanted = any ((select partnership.coordinated())::bigint[])
        or wanted = any ((select access.partnerships_for('DO_STEPS'))::bigint[])
        or at_unit = any ((select access.seen_units())::bigint[]) and exists (
            select from partnership.participation n join partnership.partnership p on p.id = n.partnership
            where n.partnership = wanted and n.unit = at_unit and p.told_at is not null)
$$;

-- The partnerships that the actor knows of, each with the phase that was begun last in it.
create function partnership.cases() returns table (id bigint, phase text) language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select k.id, (select b.phase from partnership.phase_begun b where b.partnership = k.id
                  order by b.day desc, b.made_at desc limit 1)
    from (select distinct unnest(partnership.known()) as id) k
$$;

alter table partnership.step_done enable row level security;
create policy known on partnership.step_done for select using (
    partnership = any ((select partnership.known())::bigint[]));
create policy doing on partnership.step_done for insert with check (
    made_by = access.person() and partnership.does_steps(partnership, unit));

alter table partnership.step_undone enable row level security;
create policy known on partnership.step_undone for select using (
    exists (select from partnership.step_done d where d.id = done));
create policy doing on partnership.step_undone for insert with check (
    made_by = access.person() and exists (
        select from partnership.step_done d
        where d.id = done and d.made_at > now() - interval '30 days' and partnership.does_steps(d.partnership, d.unit)));

alter table partnership.version_moved enable row level security;
create policy known on partnership.version_moved for select using (
    partnership = any ((select partnership.known())::bigint[]));
create policy run on partnership.version_moved for insert with check (
    made_by = access.person() and partnership = any ((select partnership.run())::bigint[]));

grant select, insert on partnership.step_done, partnership.step_undone, partnership.version_moved to samverkan_app;
