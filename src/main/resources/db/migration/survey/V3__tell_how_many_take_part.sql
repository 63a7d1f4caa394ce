-- The staff of a unit, from its own system: who can take part. Seen by those who keep the list and by nobody else; whoever
-- is not on the next list is deleted. No personal identity number is ever taken in.
create table survey.staff (
    id bigint generated always as identity primary key,
    owner_organisation bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    name text not null check (length(trim(name)) between 1 and 200),
    email text not null default '' check (length(email) <= 200),
    team text not null default '' check (length(team) <= 100),
    pedagogical boolean not null,
    check (owner_organisation = organiser)
);
create index staff_by_unit on survey.staff (unit);
create unique index staff_is_listed_once on survey.staff (unit, lower(email)) where email <> '';

-- A step in which staff took part: a day when colleagues met, a workshop. What is kept is how many, by work team, and only
-- what may be shown: never who, so never who did not.
create table survey.step (
    id bigint generated always as identity primary key,
    owner_organisation bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    partnership bigint not null,
    unit bigint not null references organisation.unit,
    name text not null check (length(trim(name)) between 1 and 200),
    day date not null,
    made_by bigint not null default access.person(),
    check (owner_organisation = organiser)
);
create index step_by_unit on survey.step (partnership, unit);
create table survey.step_count (
    step bigint not null references survey.step on delete cascade,
    team text not null,
    people int not null check (people >= 5),
    took_part int not null check (took_part between 0 and people),
    primary key (step, team)
);

create function survey.steps_read() returns bigint[] language sql stable security definer
    set search_path = survey, pg_temp as $$
    select coalesce(array_agg(s.id), '{}') from survey.step s
    where s.unit = any ((select survey.units_for('READ_ENGAGEMENT'))::bigint[])
$$;
create function survey.steps_kept() returns bigint[] language sql stable security definer
    set search_path = survey, pg_temp as $$
    select coalesce(array_agg(s.id), '{}') from survey.step s
    where s.unit = any ((select survey.units_for('KEEP_STAFF_LIST'))::bigint[])
$$;
alter table survey.staff enable row level security;
create policy seen on survey.staff for select using (unit = any ((select survey.units_for('KEEP_STAFF_LIST'))::bigint[]));
create policy kept on survey.staff for all using (unit = any ((select survey.units_for('KEEP_STAFF_LIST'))::bigint[]));
alter table survey.step enable row level security;
create policy seen on survey.step for select using (unit = any ((select survey.units_for('READ_ENGAGEMENT'))::bigint[]));
create policy kept on survey.step for all using (unit = any ((select survey.units_for('KEEP_STAFF_LIST'))::bigint[]));
alter table survey.step_count enable row level security;
create policy seen on survey.step_count for select using (step = any ((select survey.steps_read())::bigint[]));
create policy kept on survey.step_count for insert with check (step = any ((select survey.steps_kept())::bigint[]));

grant select, insert (owner_organisation, organiser, unit, name, email, team, pedagogical),
    update (name, team, pedagogical), delete on survey.staff to samverkan_app;
grant select, insert (owner_organisation, organiser, partnership, unit, name, day), delete on survey.step to samverkan_app;
grant select, insert on survey.step_count to samverkan_app;

-- How many the work teams of a unit have, for those who read engagement; and which of these addresses are in which team, for
-- steps whose attendance another room keeps. Names and addresses do not come out.
create function survey.teams(of_unit bigint) returns table (team text, people int)
    language sql stable security definer set search_path = survey, pg_temp as $$
    select s.team, count(*)::int from survey.staff s
    where s.unit = of_unit and s.pedagogical and of_unit = any ((select survey.units_for('READ_ENGAGEMENT'))::bigint[])
    group by s.team
$$;
create function survey.took_part(of_unit bigint, addresses text[]) returns table (team text, people int)
    language sql stable security definer set search_path = survey, pg_temp as $$
    select s.team, count(*)::int from survey.staff s
    where s.unit = of_unit and s.pedagogical and of_unit = any ((select survey.units_for('READ_ENGAGEMENT'))::bigint[])
      and s.email <> '' and lower(s.email) = any (select lower(a) from unnest(addresses) a)
    group by s.team
$$;
create function survey.staff_of_person(wanted bigint) returns table (name text, email text, team text, unit text)
    language sql stable security definer set search_path = survey, pg_temp as $$
    select s.name, s.email, s.team, u.name from survey.staff s join organisation.unit u on u.id = s.unit
    join access.person p on lower(p.email) = lower(s.email)
    where (select access.everywhere('EXTRACT_PERSON')) and p.id = wanted and p.email <> ''
$$;
