-- An analysis as it was when it was adopted (fastställd): it is never changed, and what is written next becomes the next version.
create table analysis.version (
    id bigint generated always as identity primary key,
    analysis bigint not null references analysis.analysis,
    number int not null check (number > 0),
    content jsonb not null,
    words text not null default '' check (length(words) <= 20000),
    document bigint not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    unique (analysis, number)
);
create trigger versions_stand before update or delete on analysis.version
    for each row execute function analysis.forbid_change();

create function analysis.adopted() returns bigint[] language sql stable security definer
    set search_path = analysis, pg_temp as $$
    select coalesce(array_agg(a.id), '{}') from analysis.analysis a
    where analysis.may_at('ADOPT_ANALYSIS', a.unit, a.level, a.organiser)
$$;

alter table analysis.version enable row level security;
create policy known on analysis.version for select using (analysis = any ((select analysis.known())::bigint[]));
create policy adopted on analysis.version for insert with check (
    made_by = access.person() and analysis = any ((select analysis.adopted())::bigint[]));

grant select, insert on analysis.version to samverkan_app;
