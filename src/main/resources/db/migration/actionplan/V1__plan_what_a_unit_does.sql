grant usage on schema actionplan to samverkan_app;

-- The action plan (åtgärdsplan) of a unit in a partnership; the organiser's own level is such a unit. A draft belongs to its
-- unit, and the agency's side sees it once it has been opened to somebody by name, or once it has been adopted and shared.
create table actionplan.plan (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    agency bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    level text not null check (level in ('SCHOOL', 'PRESCHOOL', 'ORGANISER')),
    staff_hours int check (staff_hours between 0 and 100000),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    unique (partnership, unit)
);
create index plan_by_unit on actionplan.plan (unit);

-- A part of a plan: one thing is one row, under the part that it belongs to. What a part says beside its sentence and its words
-- depends on its kind, and is kept by field; who is responsible is a column too, so that it is found in an extract of a person. Areas and interventions have numbers that are never used again.
create table actionplan.part (
    id bigint generated always as identity primary key,
    plan bigint not null references actionplan.plan,
    kind text not null check (kind in
        ('AREA', 'CAUSE', 'GOAL', 'MILESTONE', 'SIGN', 'INTERVENTION', 'FOLLOW_UP', 'OTHER_WORK')),
    upper_part bigint,
    number int,
    title text not null check (length(trim(title)) between 1 and 300),
    words text not null default '' check (length(words) <= 20000),
    fields jsonb not null default '{}' check (jsonb_typeof(fields) = 'object' and length(fields::text) <= 40000),
    origin bigint,
    responsible bigint generated always as ((fields ->> 'RESPONSIBLE')::bigint) stored references access.person,
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    changed_by bigint not null default access.person(),
    changed_at timestamptz not null default now(),
    removed_by bigint,
    removed_at timestamptz,
    unique (plan, kind, number),
    unique (id, plan),
    foreign key (upper_part, plan) references actionplan.part (id, plan),
    check ((kind in ('AREA', 'OTHER_WORK')) = (upper_part is null)),
    check ((kind in ('AREA', 'INTERVENTION')) = (number is not null))
);
create index part_by_plan on actionplan.part (plan);
create unique index filled_once on actionplan.part (plan, origin, coalesce(upper_part, 0)) where origin is not null;

-- A text that does not stand any more: somebody replaced it, or it was written at the same time as another and not saved.
create table actionplan.kept_text (
    id bigint generated always as identity primary key,
    part bigint not null references actionplan.part,
    title text not null,
    words text not null,
    why text not null check (why in ('REPLACED', 'NOT_SAVED')),
    written_by bigint not null,
    written_at timestamptz not null,
    kept_at timestamptz not null default now()
);
create index kept_text_by_part on actionplan.kept_text (part);

-- Named people of the other side may read and comment until a day, or until the owner ends it.
create table actionplan.opening (
    id bigint generated always as identity primary key,
    plan bigint not null references actionplan.plan,
    person bigint not null references access.person,
    until date not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    ended_by bigint,
    ended_at timestamptz
);
create unique index opened_once on actionplan.opening (plan, person) where ended_at is null;
create index opening_by_person on actionplan.opening (person) where ended_at is null;

-- The plan as it was when the unit's head decided on it; from the second one that counts on it is an amendment, with its reason.
create table actionplan.version (
    id bigint generated always as identity primary key,
    plan bigint not null references actionplan.plan,
    number int not null check (number > 0),
    content jsonb not null,
    words text not null default '' check (length(words) <= 20000),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    unique (plan, number),
    unique (id, plan)
);

-- What the organiser decided of a version: that it holds, or why it was sent back.
create table actionplan.decision (
    version bigint primary key,
    plan bigint not null,
    holds boolean not null,
    words text not null default '' check (length(words) <= 20000),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    foreign key (version, plan) references actionplan.version (id, plan),
    check (holds or length(trim(words)) > 0)
);

-- The document that a version which holds became.
create table actionplan.paper (
    version bigint primary key references actionplan.decision,
    plan bigint not null references actionplan.plan,
    document bigint not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);

create function actionplan.forbid_change() returns trigger language plpgsql as $$
begin
    raise exception 'what has been decided of a plan stands' using errcode = 'check_violation';
end $$;
create trigger versions_stand before update or delete on actionplan.version
    for each row execute function actionplan.forbid_change();
create trigger decisions_stand before update or delete on actionplan.decision
    for each row execute function actionplan.forbid_change();

-- Whether the actor may do something at a unit: by a role at the unit itself; for the organiser's own level also by a role for
-- the whole organiser.
create function actionplan.may_at(wanted text, at_unit bigint, at_level text, of_organiser bigint) returns boolean
    language sql stable security definer set search_path = actionplan, pg_temp as $$
    select at_unit = any (access.units_for(wanted))
        or (at_level = 'ORGANISER' and of_organiser = any (access.seen_organisers())
            and of_organiser = any (access.organisations_for(wanted)))
$$;

create function actionplan.written() returns bigint[] language sql stable security definer
    set search_path = actionplan, pg_temp as $$
    select coalesce(array_agg(a.id), '{}') from actionplan.plan a
    where a.unit = any ((select access.units_for('WRITE_ACTION_PLAN'))::bigint[])
       or (a.level = 'ORGANISER' and a.organiser = any ((select access.seen_organisers())::bigint[])
           and a.organiser = any ((select access.organisations_for('WRITE_ACTION_PLAN'))::bigint[]))
$$;

create function actionplan.adopted() returns bigint[] language sql stable security definer
    set search_path = actionplan, pg_temp as $$
    select coalesce(array_agg(a.id), '{}') from actionplan.plan a
    where actionplan.may_at('ADOPT_ACTION_PLAN', a.unit, a.level, a.organiser)
$$;

-- Those that the actor decides on for the organiser.
create function actionplan.approved() returns bigint[] language sql stable security definer
    set search_path = actionplan, pg_temp as $$
    select coalesce(array_agg(a.id), '{}') from actionplan.plan a
    where a.organiser = any ((select access.seen_organisers())::bigint[])
      and a.organiser = any ((select access.organisations_for('APPROVE_ACTION_PLAN'))::bigint[])
$$;

-- Those opened to the actor, who still has a role in the partnership or at the agency.
create function actionplan.opened() returns bigint[] language sql stable security definer
    set search_path = actionplan, pg_temp as $$
    select coalesce(array_agg(a.id), '{}') from actionplan.opening o join actionplan.plan a on a.id = o.plan
    where o.person = access.person() and o.ended_at is null and o.until >= access.today()
      and (a.partnership = any ((select access.partnerships_for('READ_ACTION_PLAN'))::bigint[])
           or a.agency = any ((select access.organisations_for('READ_ACTION_PLAN'))::bigint[]))
$$;

-- Those that the actor reads: writes them, has been opened to, works at or answers for the unit.
create function actionplan.known() returns bigint[] language sql stable security definer
    set search_path = actionplan, pg_temp as $$
    select (select actionplan.written()) || (select actionplan.opened()) || (select coalesce(array_agg(a.id), '{}')
        from actionplan.plan a
        where a.unit = any ((select access.seen_units())::bigint[])
           or a.organiser = any ((select access.seen_organisers())::bigint[])
           or (a.level = 'ORGANISER' and a.organiser = any ((select access.seen_organisations())::bigint[])))
$$;

-- The people of the other side, in the partnership or at the agency, to whom the actor can open a plan.
create function actionplan.supporters(wanted bigint) returns table (id bigint, name text, roles text[])
    language sql stable security definer set search_path = actionplan, pg_temp as $$
    select p.id, p.name, array_agg(distinct s.role order by s.role)
    from actionplan.plan a
    join access.assignment s on s.partnership = a.partnership or s.organisation = a.agency
    join access.role r on r.role = s.role and r.side in ('AGENCY', 'PROVIDER')
    join access.permission m on m.role = s.role and m.verb = 'READ_ACTION_PLAN' and m.reach = 'OWN'
    join access.person p on p.id = s.person
    where a.id = wanted and a.id = any (actionplan.written()) and not p.service
      and p.deleted_at is null and p.pseudonymised_at is null and coalesce(p.left_on, 'infinity') >= access.today()
      and s.deleted_at is null and s.valid_from <= access.today() and coalesce(s.valid_to, 'infinity') >= access.today()
    group by p.id, p.name
    order by p.name collate "sv-SE-x-icu", p.id
$$;

-- The people who can be responsible for something in a plan: those who have a role at its unit or for its whole organiser today.
create function actionplan.colleagues(wanted bigint) returns table (id bigint, name text, roles text[])
    language sql stable security definer set search_path = actionplan, pg_temp as $$
    select p.id, p.name, array_agg(distinct s.role order by s.role)
    from actionplan.plan a
    join access.assignment s on s.unit = a.unit or (s.organisation = a.organiser and s.unit is null and s.partnership is null)
    join access.person p on p.id = s.person
    where a.id = wanted and a.id = any (actionplan.known()) and not p.service
      and p.deleted_at is null and p.pseudonymised_at is null and coalesce(p.left_on, 'infinity') >= access.today()
      and s.deleted_at is null and s.valid_from <= access.today() and coalesce(s.valid_to, 'infinity') >= access.today()
    group by p.id, p.name
    order by p.name collate "sv-SE-x-icu", p.id
$$;

alter table actionplan.plan enable row level security;
create policy known on actionplan.plan for select using (id = any ((select actionplan.known())::bigint[]));
create policy own_new on actionplan.plan for select using (
    made_by = access.person() and actionplan.may_at('WRITE_ACTION_PLAN', unit, level, organiser));
create policy begun on actionplan.plan for insert with check (
    made_by = access.person() and actionplan.may_at('WRITE_ACTION_PLAN', unit, level, organiser));
create policy written on actionplan.plan for update using (id = any ((select actionplan.written())::bigint[]));

alter table actionplan.part enable row level security;
create policy known on actionplan.part for select using (plan = any ((select actionplan.known())::bigint[]));
create policy added on actionplan.part for insert with check (plan = any ((select actionplan.written())::bigint[]));
create policy written on actionplan.part for update using (plan = any ((select actionplan.written())::bigint[]));

-- The plan of a part, past row-level security, so that what hangs on a part can be guarded as it is.
create function actionplan.of_part(wanted bigint) returns bigint language sql stable security definer
    set search_path = actionplan, pg_temp as $$ select p.plan from actionplan.part p where p.id = wanted $$;

alter table actionplan.kept_text enable row level security;
create policy written on actionplan.kept_text for all using (
    actionplan.of_part(part) = any ((select actionplan.written())::bigint[]));

alter table actionplan.opening enable row level security;
create policy known on actionplan.opening for select using (plan = any ((select actionplan.known())::bigint[]));
create policy added on actionplan.opening for insert with check (
    made_by = access.person() and plan = any ((select actionplan.written())::bigint[]));
create policy written on actionplan.opening for update using (plan = any ((select actionplan.written())::bigint[]));

alter table actionplan.version enable row level security;
create policy known on actionplan.version for select using (plan = any ((select actionplan.known())::bigint[]));
create policy adopted on actionplan.version for insert with check (
    made_by = access.person() and plan = any ((select actionplan.adopted())::bigint[]));

alter table actionplan.decision enable row level security;
create policy known on actionplan.decision for select using (plan = any ((select actionplan.known())::bigint[]));
create policy approved on actionplan.decision for insert with check (
    made_by = access.person() and plan = any ((select actionplan.approved())::bigint[]));

alter table actionplan.paper enable row level security;
create policy known on actionplan.paper for select using (plan = any ((select actionplan.known())::bigint[]));
create policy drawn on actionplan.paper for insert with check (
    made_by = access.person() and plan = any ((select actionplan.adopted())::bigint[]));

grant select, insert, update (staff_hours) on actionplan.plan to samverkan_app;
grant select, insert, update (title, words, fields, version, changed_by, changed_at, removed_by, removed_at)
    on actionplan.part to samverkan_app;
grant select, insert on actionplan.kept_text, actionplan.version, actionplan.decision, actionplan.paper to samverkan_app;
grant select, insert, update (ended_by, ended_at) on actionplan.opening to samverkan_app;

-- Whoever reads a plan reads what is said of it, and those it has been opened to may comment on it.
call discussion.open_kind('actionplan', 'actionplan.known()');
