-- Which kind of intervention could meet a cause, in words, with what it stands on: said by the group and its researchers when they
-- read the causes together. Whoever said it takes it back; nothing is changed.
create table analysis.suggestion (
    id bigint generated always as identity primary key,
    analysis bigint not null,
    cause bigint not null,
    what text not null check (length(trim(what)) between 1 and 300),
    base text not null check (base in ('RESEARCH', 'PROVEN_EXPERIENCE')),
    words text not null check (length(trim(words)) between 1 and 20000),
    source text not null default '' check (length(source) <= 300),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    foreign key (cause, analysis) references analysis.part (id, analysis)
);
create index suggestion_by_analysis on analysis.suggestion (analysis);

alter table analysis.suggestion enable row level security;
create policy known on analysis.suggestion for select using (analysis = any ((select analysis.known())::bigint[]));
create policy said on analysis.suggestion for insert with check (
    made_by = access.person() and analysis = any ((select analysis.known())::bigint[]));
create policy taken_back on analysis.suggestion for update using (
    made_by = access.person() and analysis = any ((select analysis.known())::bigint[]));

grant select, insert, update (withdrawn_at) on analysis.suggestion to samverkan_app;
