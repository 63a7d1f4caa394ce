grant usage on schema partnership to samverkan_app;

-- A cohort (omgång): the organisers that start together.
create table partnership.cohort (
    id bigint generated always as identity primary key,
    owner_organisation bigint not null references organisation.organisation,
    name text not null check (length(trim(name)) between 1 and 100),
    variant text not null,
    first_term int not null,
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    unique (owner_organisation, variant, name)
);

-- A partnership (samverkan): one organiser in one programme. It keeps the version of the variant that it began with until
-- it is moved. Its standing is what its decisions have made of it; the decisions tell how and why. The organiser knows
-- of it from the moment an offer has been sent, not before.
create table partnership.partnership (
    id bigint generated always as identity primary key,
    owner_organisation bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    variant text not null,
    variant_version int not null,
    cohort bigint references partnership.cohort,
    first_term int not null,
    light boolean not null default false,
    standing text not null default 'PROPOSED' check (standing in
        ('PROPOSED', 'OFFERED', 'ACCEPTED', 'RUNNING', 'PAUSED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'DISCONTINUED', 'COMPLETED')),
    told_at timestamptz,
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    check (told_at is not null or standing in ('PROPOSED', 'WITHDRAWN'))
);
-- An organiser is in a programme once at a time.
create unique index one_live_partnership on partnership.partnership (owner_organisation, organiser, variant)
    where standing in ('PROPOSED', 'OFFERED', 'ACCEPTED', 'RUNNING', 'PAUSED');
create index partnership_by_organiser on partnership.partnership (organiser);
create index partnership_by_cohort on partnership.partnership (cohort);

-- A unit in a partnership; the organiser's own level is one of them where the variant has it.
create table partnership.participation (
    id bigint generated always as identity primary key,
    partnership bigint not null references partnership.partnership,
    unit bigint not null references organisation.unit,
    level text not null check (level in ('SCHOOL', 'PRESCHOOL', 'ORGANISER')),
    standing text not null default 'PROPOSED' check (standing in
        ('PROPOSED', 'OFFERED', 'ACCEPTED', 'RUNNING', 'PAUSED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'LEFT', 'COMPLETED')),
    version int not null default 0,
    unique (partnership, unit),
    unique (id, partnership)
);
create index participation_by_unit on partnership.participation (unit);

-- What was decided about a partnership, or about one unit in it: the day it holds from, by whom, why, and on what mandate.
-- Nothing here is changed or taken away.
create table partnership.decision (
    id bigint generated always as identity primary key,
    partnership bigint not null references partnership.partnership,
    unit bigint references organisation.unit,
    kind text not null,
    day date not null,
    reason text not null default '',
    words text not null default '',
    mandate text not null default '',
    about jsonb not null default '{}',
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index decision_by_partnership on partnership.decision (partnership, made_at);

-- The phases that a partnership, or a unit in it, has really begun; the plan for them is the variant's.
create table partnership.phase_begun (
    partnership bigint not null references partnership.partnership,
    unit bigint not null references organisation.unit,
    phase text not null,
    day date not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (partnership, unit, phase)
);

create function partnership.forbid_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was decided about a partnership stands' using errcode = 'check_violation';
end $$;
create trigger decisions_stand before update or delete on partnership.decision
    for each row execute function partnership.forbid_change();

-- The partnerships that the actor runs for an agency or an office.
create function partnership.run() returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select coalesce(array_agg(p.id), '{}') from partnership.partnership p
    where (select access.everywhere('RUN_PARTNERSHIP'))
       or p.owner_organisation = any ((select access.organisations_for('RUN_PARTNERSHIP'))::bigint[])
$$;
-- Those that the actor knows of: runs them, has a role in them, is of the organiser or of a unit that has been told.
create function partnership.known() returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select (select partnership.run()) || (select access.partnerships_for('READ_PARTNERSHIP'))
        || (select coalesce(array_agg(p.id), '{}') from partnership.partnership p
            where p.told_at is not null
              and p.organiser = any ((select access.seen_organisers() || access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[]))
        || (select coalesce(array_agg(distinct p.id), '{}')
            from partnership.participation n join partnership.partnership p on p.id = n.partnership
            where p.told_at is not null and n.unit = any ((select access.seen_units())::bigint[]))
$$;
-- Those whose logistics the actor writes: runs them, or coordinates them for the organiser.
create function partnership.coordinated() returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select (select partnership.run())
        || (select coalesce(array_agg(p.id), '{}') from partnership.partnership p
            where p.told_at is not null
              and p.organiser = any ((select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[]))
$$;

alter table partnership.cohort enable row level security;
create policy run on partnership.cohort for all using (
    (select access.everywhere('RUN_PARTNERSHIP'))
    or owner_organisation = any ((select access.organisations_for('RUN_PARTNERSHIP'))::bigint[]));
create policy known on partnership.cohort for select using (
    exists (select from partnership.partnership p where p.cohort = cohort.id));

alter table partnership.partnership enable row level security;
create policy run on partnership.partnership for all using (
    (select access.everywhere('RUN_PARTNERSHIP'))
    or owner_organisation = any ((select access.organisations_for('RUN_PARTNERSHIP'))::bigint[]));
create policy known on partnership.partnership for select using (id = any ((select partnership.known())::bigint[]));
create policy coordinated on partnership.partnership for update using (
    id = any ((select partnership.coordinated())::bigint[]));

alter table partnership.participation enable row level security;
create policy known on partnership.participation for select using (
    partnership = any ((select partnership.known())::bigint[]));
create policy coordinated on partnership.participation for all using (
    partnership = any ((select partnership.coordinated())::bigint[]));

alter table partnership.decision enable row level security;
create policy known on partnership.decision for select using (
    partnership = any ((select partnership.known())::bigint[]));
create policy coordinated on partnership.decision for insert with check (
    partnership = any ((select partnership.coordinated())::bigint[]));

alter table partnership.phase_begun enable row level security;
create policy known on partnership.phase_begun for select using (
    partnership = any ((select partnership.known())::bigint[]));
create policy coordinated on partnership.phase_begun for insert with check (
    partnership = any ((select partnership.coordinated())::bigint[]));

grant select, insert, update (name, first_term, version) on partnership.cohort to samverkan_app;
grant select, insert, update (variant_version, cohort, first_term, light, standing, told_at, version)
    on partnership.partnership to samverkan_app;
grant select, insert, update (standing, version), delete on partnership.participation to samverkan_app;
grant select, insert on partnership.decision, partnership.phase_begun to samverkan_app;
