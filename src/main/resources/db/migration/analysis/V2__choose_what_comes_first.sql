-- A round in which an analysis's development areas are put in order (prioritering). Each scores alone first; the scores of others
-- are seen once all have finished or the round is closed. What is decided stands; to change it a new round is begun, with a
-- reason.
create table analysis.prioritising (
    id bigint generated always as identity primary key,
    analysis bigint not null references analysis.analysis,
    number int not null check (number > 0),
    reason text not null default '' check (length(reason) <= 20000),
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    closed_by bigint,
    closed_at timestamptz,
    decided_by bigint,
    decided_at timestamptz,
    unique (analysis, number),
    check (decided_at is null or closed_at is not null)
);
create unique index one_open_prioritising on analysis.prioritising (analysis) where decided_at is null;

create table analysis.criterion (
    id bigint generated always as identity primary key,
    prioritising bigint not null references analysis.prioritising,
    position int not null,
    name text not null check (length(trim(name)) between 1 and 300),
    unique (prioritising, position)
);

create table analysis.score (
    criterion bigint not null references analysis.criterion,
    area bigint not null references analysis.part,
    prioritising bigint not null references analysis.prioritising,
    person bigint not null default access.person(),
    value smallint not null check (value between 1 and 5),
    made_at timestamptz not null default now(),
    primary key (criterion, area, person)
);
create index score_by_prioritising on analysis.score (prioritising);

create table analysis.scored (
    prioritising bigint not null references analysis.prioritising,
    person bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (prioritising, person)
);

create table analysis.place (
    prioritising bigint not null references analysis.prioritising,
    area bigint not null references analysis.part,
    place int not null check (place > 0),
    reason text not null default '' check (length(reason) <= 20000),
    primary key (prioritising, area),
    unique (prioritising, place)
);

create function analysis.forbid_change() returns trigger language plpgsql as $$
begin
    raise exception 'what has been decided of an analysis stands' using errcode = 'check_violation';
end $$;
create trigger places_stand before update or delete on analysis.place
    for each row execute function analysis.forbid_change();

create function analysis.of_prioritising(wanted bigint) returns bigint language sql stable security definer
    set search_path = analysis, pg_temp as $$ select p.analysis from analysis.prioritising p where p.id = wanted $$;
create function analysis.is_scored(wanted bigint) returns boolean language sql stable security definer
    set search_path = analysis, pg_temp as $$
    select exists (select from analysis.prioritising p where p.id = wanted and p.closed_at is null)
$$;
create function analysis.is_closed(wanted bigint) returns boolean language sql stable security definer
    set search_path = analysis, pg_temp as $$
    select exists (select from analysis.prioritising p where p.id = wanted and p.closed_at is not null)
$$;
create function analysis.is_undecided(wanted bigint) returns boolean language sql stable security definer
    set search_path = analysis, pg_temp as $$
    select exists (select from analysis.prioritising p
        where p.id = wanted and p.closed_at is not null and p.decided_at is null)
$$;

-- Whether nobody at all has scored yet: told without telling who has.
create function analysis.is_untouched(wanted bigint) returns boolean language sql stable security definer
    set search_path = analysis, pg_temp as $$
    select not exists (select from analysis.score s where s.prioritising = wanted)
$$;

-- How many of those who write an analysis have finished their scores, and how many they are: for those who write it.
create function analysis.scorers(wanted bigint) returns table (finished int, people int) language sql stable
    security definer set search_path = analysis, pg_temp as $$
    with mine as (
        select p.id as prioritising, a.* from analysis.prioritising p join analysis.analysis a on a.id = p.analysis
        where p.id = wanted and a.id = any (analysis.written())
    ), writers as (
        select distinct s.person from mine m
        join access.assignment s on s.unit = m.unit
            or (m.level = 'ORGANISER' and s.organisation = m.organiser and s.unit is null and s.area is null)
        join access.permission r on r.role = s.role and r.verb = 'WRITE_ANALYSIS' and r.reach = 'OWN'
        where s.deleted_at is null and s.valid_from <= access.today()
          and coalesce(s.valid_to, 'infinity') >= access.today()
    )
    select (count(*) filter (where exists (select from analysis.scored d
            where d.prioritising = wanted and d.person = w.person)))::int, count(*)::int
    from writers w
$$;

alter table analysis.prioritising enable row level security;
create policy known on analysis.prioritising for select using (analysis = any ((select analysis.known())::bigint[]));
create policy begun on analysis.prioritising for insert with check (analysis = any ((select analysis.written())::bigint[]));
create policy written on analysis.prioritising for update using (analysis = any ((select analysis.written())::bigint[]));

alter table analysis.criterion enable row level security;
create policy known on analysis.criterion for select using (
    analysis.of_prioritising(prioritising) = any ((select analysis.known())::bigint[]));
create policy written on analysis.criterion for all using (
    analysis.of_prioritising(prioritising) = any ((select analysis.written())::bigint[])
    and analysis.is_scored(prioritising));

-- One's own at once, those of others when all have finished or the round is closed.
alter table analysis.score enable row level security;
create policy own on analysis.score for select using (
    person = access.person() and analysis.of_prioritising(prioritising) = any ((select analysis.known())::bigint[]));
create policy shown on analysis.score for select using (
    analysis.is_closed(prioritising)
    and analysis.of_prioritising(prioritising) = any ((select analysis.known())::bigint[]));
create policy given on analysis.score for insert with check (
    person = access.person() and analysis.is_scored(prioritising)
    and analysis.of_prioritising(prioritising) = any ((select analysis.written())::bigint[]));
create policy changed on analysis.score for update using (
    person = access.person() and analysis.is_scored(prioritising)
    and analysis.of_prioritising(prioritising) = any ((select analysis.written())::bigint[]));

alter table analysis.scored enable row level security;
create policy own on analysis.scored for select using (person = access.person());
create policy finished on analysis.scored for insert with check (
    person = access.person() and analysis.is_scored(prioritising)
    and analysis.of_prioritising(prioritising) = any ((select analysis.written())::bigint[]));

alter table analysis.place enable row level security;
create policy known on analysis.place for select using (
    analysis.of_prioritising(prioritising) = any ((select analysis.known())::bigint[]));
create policy decided on analysis.place for insert with check (
    analysis.is_undecided(prioritising)
    and analysis.of_prioritising(prioritising) = any ((select analysis.written())::bigint[]));

grant select, insert, update (version, closed_by, closed_at, decided_by, decided_at) on analysis.prioritising to samverkan_app;
grant select, insert, delete on analysis.criterion to samverkan_app;
grant select, insert, update (value, made_at) on analysis.score to samverkan_app;
grant select, insert on analysis.scored, analysis.place to samverkan_app;
