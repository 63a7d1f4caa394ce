-- What a unit judges itself by (självskattning), term by term: to be followed over time, and never to rank units by.
create table analysis.self_criterion (
    id bigint generated always as identity primary key,
    analysis bigint not null references analysis.analysis,
    name text not null check (length(trim(name)) between 1 and 300),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index self_criterion_by_analysis on analysis.self_criterion (analysis);

create table analysis.self_step (
    criterion bigint not null references analysis.self_criterion,
    term int not null,
    step smallint not null check (step between 1 and 4),
    words text not null default '' check (length(words) <= 20000),
    version int not null default 0,
    changed_by bigint not null default access.person(),
    changed_at timestamptz not null default now(),
    primary key (criterion, term)
);

create function analysis.of_self_criterion(wanted bigint) returns bigint language sql stable security definer
    set search_path = analysis, pg_temp as $$ select c.analysis from analysis.self_criterion c where c.id = wanted $$;

alter table analysis.self_criterion enable row level security;
create policy known on analysis.self_criterion for select using (analysis = any ((select analysis.known())::bigint[]));
create policy added on analysis.self_criterion for insert with check (analysis = any ((select analysis.written())::bigint[]));

alter table analysis.self_step enable row level security;
create policy known on analysis.self_step for select using (
    analysis.of_self_criterion(criterion) = any ((select analysis.known())::bigint[]));
create policy added on analysis.self_step for insert with check (
    analysis.of_self_criterion(criterion) = any ((select analysis.written())::bigint[]));
create policy written on analysis.self_step for update using (
    analysis.of_self_criterion(criterion) = any ((select analysis.written())::bigint[]));

grant select, insert on analysis.self_criterion to samverkan_app;
grant select, insert, update (step, words, version, changed_by, changed_at) on analysis.self_step to samverkan_app;
