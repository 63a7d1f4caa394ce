-- An indicator of a unit's own (absence, screening): always of a group, never of a pupil.
create table analysis.own_indicator (
    id bigint generated always as identity primary key,
    analysis bigint not null references analysis.analysis,
    name text not null check (length(trim(name)) between 1 and 300),
    measure text not null check (measure in ('PERCENT', 'COUNT', 'MEAN')),
    words text not null default '' check (length(words) <= 20000),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index own_indicator_by_analysis on analysis.own_indicator (analysis);

-- Its value in a term: of how many people, and whether somebody has answered for that a small group cannot be recognised.
create table analysis.own_value (
    indicator bigint not null references analysis.own_indicator,
    term int not null,
    value numeric(12, 2) not null,
    people int not null check (people > 0),
    answered_for boolean not null default false,
    version int not null default 0,
    changed_by bigint not null default access.person(),
    changed_at timestamptz not null default now(),
    primary key (indicator, term),
    check (people >= 10 or answered_for)
);

create function analysis.of_own_indicator(wanted bigint) returns bigint language sql stable security definer
    set search_path = analysis, pg_temp as $$ select i.analysis from analysis.own_indicator i where i.id = wanted $$;

alter table analysis.own_indicator enable row level security;
create policy known on analysis.own_indicator for select using (analysis = any ((select analysis.known())::bigint[]));
create policy added on analysis.own_indicator for insert with check (analysis = any ((select analysis.written())::bigint[]));

alter table analysis.own_value enable row level security;
create policy known on analysis.own_value for select using (
    analysis.of_own_indicator(indicator) = any ((select analysis.known())::bigint[]));
create policy added on analysis.own_value for insert with check (
    analysis.of_own_indicator(indicator) = any ((select analysis.written())::bigint[]));
create policy written on analysis.own_value for update using (
    analysis.of_own_indicator(indicator) = any ((select analysis.written())::bigint[]));

grant select, insert on analysis.own_indicator to samverkan_app;
grant select, insert, update (value, people, answered_for, version, changed_by, changed_at) on analysis.own_value to samverkan_app;
