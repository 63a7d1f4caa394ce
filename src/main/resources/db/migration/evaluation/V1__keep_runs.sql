grant usage on schema evaluation to samverkan_app;

-- A run (körning): what a round was evaluated by, once, and what came of it. Nothing of it is changed once it has ended, so
-- that an effect which has been told can always be made again: the plan, the figures that were known, the seed and the program.
create table evaluation.run (
    id bigint generated always as identity primary key,
    round bigint not null,
    round_name text not null,
    owner bigint not null references organisation.organisation,
    -- Whether it is what the plan says; what is run beside it is exploratory.
    planned boolean not null,
    design text not null check (design in ('PAIRS', 'MATCHED', 'CANDIDATES')),
    outcomes text[] not null check (cardinality(outcomes) > 0),
    why text not null default '' check (length(why) <= 2000),
    plan_version int not null,
    plan_checksum text not null,
    last_import int not null,
    seed bigint not null,
    software text not null,
    asked_by bigint not null default access.person(),
    asked_at timestamptz not null default now(),
    progress uuid,
    outcome text check (outcome in ('DONE', 'FAILED')),
    ended_at timestamptz,
    -- What came of it, as JSON, or why nothing did.
    result text,
    reason text,
    check ((outcome is null) = (ended_at is null))
);
create index run_by_round on evaluation.run (round, id desc);

-- The data that a run was made of, with the units under other names. Never more than what is published of each.
create table evaluation.data_file (
    run bigint not null references evaluation.run,
    indicator text not null,
    content text not null,
    primary key (run, indicator)
);

create function evaluation.still() returns trigger language plpgsql as $$
begin
    if old.outcome is not null then
        raise exception 'a run that has ended is not changed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger still before update on evaluation.run for each row execute function evaluation.still();

alter table evaluation.run enable row level security;
create policy seen on evaluation.run for select using (
    owner = any ((select access.organisations_for('READ_EVALUATIONS'))::bigint[])
    or (select access.everywhere('READ_EVALUATIONS')));
create policy asked on evaluation.run for insert with check (
    asked_by = access.person()
    and (owner = any ((select access.organisations_for('EVALUATE'))::bigint[]) or (select access.everywhere('EVALUATE'))));
create policy ended on evaluation.run for update using (
    owner = any ((select access.organisations_for('EVALUATE'))::bigint[]) or (select access.everywhere('EVALUATE')));
grant select, insert, update on evaluation.run to samverkan_app;

create function evaluation.runs_evaluated() returns bigint[] language sql stable security definer
    set search_path = evaluation, pg_temp as $$
    select coalesce(array_agg(r.id), '{}') from evaluation.run r
    where access.everywhere('EVALUATE') or r.owner = any (access.organisations_for('EVALUATE'))
$$;

alter table evaluation.data_file enable row level security;
create policy evaluated on evaluation.data_file for all using (run = any ((select evaluation.runs_evaluated())::bigint[]));
grant select, insert on evaluation.data_file to samverkan_app;

-- The runs that wait, with who asked for them; the job asks as nobody.
create function evaluation.waiting() returns table (id bigint, person bigint) language sql stable security definer
    set search_path = evaluation, pg_temp as $$ select r.id, r.asked_by from evaluation.run r where r.outcome is null order by r.id $$;

-- Ends a run whose person is not there any more.
create function evaluation.forsake(of_run bigint) returns void language sql security definer
    set search_path = evaluation, pg_temp as $$
    update evaluation.run set outcome = 'FAILED', ended_at = now(), reason = 'evaluation.run.forsaken'
    where id = of_run and outcome is null
$$;
