grant usage on schema access to samverkan_app;

create table access.person (
    id bigint generated always as identity primary key,
    name text not null check (length(trim(name)) between 1 and 200),
    email text not null,
    service boolean not null default false,
    language char(2) not null default 'sv',
    left_on date,
    pseudonymised_at timestamptz,
    version int not null default 0,
    created_at timestamptz not null default now()
);
create unique index person_email_is_its_own on access.person (lower(email)) where email <> '';

-- What a role may do. Data: complete by test, read by the doors, by the policies and by the menus.
-- Reach: NONE not at all; OWN within the organisation or unit of the assignment (everywhere when it names none).
create table access.permission (
    role text not null,
    verb text not null,
    reach text not null check (reach in ('NONE', 'OWN')),
    primary key (role, verb)
);

-- How a role reads unfinished work: of its organisation, of a whole organiser, of a unit, or none at all.
create table access.role (
    role text primary key,
    position smallint not null,
    reads text not null check (reads in ('NONE', 'ORGANISATION', 'ORGANISER', 'AREA', 'UNIT')),
    side text not null check (side in ('INSTALLATION', 'AGENCY', 'ORGANISER', 'UNIT', 'PROVIDER', 'PUBLIC'))
);

create table access.assignment (
    id bigint generated always as identity primary key,
    person bigint not null references access.person,
    role text not null,
    organisation bigint references organisation.organisation,
    unit bigint references organisation.unit,
    area bigint references organisation.area,
    partnership bigint,
    acting boolean not null default false,
    valid_from date not null,
    valid_to date,
    version int not null default 0,
    deleted_at timestamptz,
    check (valid_to is null or valid_to >= valid_from)
);
create index assignment_by_person on access.assignment (person) where deleted_at is null;
create index assignment_by_organisation on access.assignment (organisation) where deleted_at is null;

-- Who acts in this transaction, set by the application when it begins; nobody when it is not set.
create function access.person() returns bigint language sql stable parallel safe as
    $$ select coalesce(nullif(current_setting('samverkan.person', true), ''), '0')::bigint $$;

-- The day rights are judged by: today in Sweden.
create function access.today() returns date language sql stable parallel safe as
    $$ select (now() at time zone 'Europe/Stockholm')::date $$;

-- The arrays that every policy compares with: one cheap function per dimension, evaluated once per statement.
create function access.organisations_for(wanted text) returns bigint[] language sql stable security definer
    set search_path = access, pg_temp as $$
    select coalesce(array_agg(distinct coalesce(a.organisation, u.organiser)), '{}')
    from access.assignment a
    join access.permission p on p.role = a.role and p.verb = wanted and p.reach = 'OWN'
    left join organisation.unit u on u.id = a.unit
    where a.person = access.person() and a.deleted_at is null
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
      and coalesce(a.organisation, u.organiser) is not null
$$;

create function access.everywhere(wanted text) returns boolean language sql stable security definer
    set search_path = access, pg_temp as $$
    select exists (
        select from access.assignment a
        join access.permission p on p.role = a.role and p.verb = wanted and p.reach = 'OWN'
        where a.person = access.person() and a.deleted_at is null
          and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
          and a.organisation is null and a.unit is null and a.partnership is null)
$$;

create function access.seen_organisations() returns bigint[] language sql stable security definer
    set search_path = access, pg_temp as $$
    select coalesce(array_agg(distinct a.organisation), '{}')
    from access.assignment a join access.role r on r.role = a.role and r.reads in ('ORGANISATION', 'ORGANISER')
    where a.person = access.person() and a.deleted_at is null and a.organisation is not null
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
$$;

create function access.seen_organisers() returns bigint[] language sql stable security definer
    set search_path = access, pg_temp as $$
    select coalesce(array_agg(distinct a.organisation), '{}')
    from access.assignment a join access.role r on r.role = a.role and r.reads = 'ORGANISER'
    where a.person = access.person() and a.deleted_at is null and a.organisation is not null
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
$$;

create function access.seen_units() returns bigint[] language sql stable security definer
    set search_path = access, pg_temp as $$
    select coalesce(array_agg(distinct s.unit), '{}')
    from (
        select a.unit from access.assignment a join access.role r on r.role = a.role and r.reads = 'UNIT'
        where a.person = access.person() and a.deleted_at is null and a.unit is not null
          and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
        union all
        select au.unit from access.assignment a join access.role r on r.role = a.role and r.reads = 'AREA'
        join organisation.area_unit au on au.area = a.area
        where a.person = access.person() and a.deleted_at is null
          and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
    ) s
$$;

-- Puts the four-dimension policies on a scoped table: who reads it, and who with the verb writes it.
-- A procedure of the owner's, called by the migrations of the rooms.
create procedure access.protect(scoped regclass, write_verb text) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', scoped);
    execute format($policy$
        create policy seen on %s for select using (
            visibility = 'PUBLIC'
            or owner_organisation = any ((select access.seen_organisations())::bigint[])
            or organiser = any ((select access.seen_organisers())::bigint[])
            or unit = any ((select access.seen_units())::bigint[])
            or (select access.everywhere(%L))
            or owner_organisation = any ((select access.organisations_for(%L))::bigint[]))
        $policy$, scoped, write_verb, write_verb);
    execute format($policy$
        create policy written on %s for all using (
            (select access.everywhere(%L))
            or owner_organisation = any ((select access.organisations_for(%L))::bigint[]))
        $policy$, scoped, write_verb, write_verb);
end $$;

call access.protect('organisation.area', 'EDIT_AREAS');
call access.protect('organisation.area_unit', 'EDIT_AREAS');
call access.protect('organisation.calendar_day', 'EDIT_CALENDAR');
call access.protect('organisation.succession', 'EDIT_UNITS');

-- People: oneself, and those whose rights one manages.
alter table access.person enable row level security;
create policy oneself on access.person for select using (id = access.person());
create policy managed_everywhere on access.person for all using ((select access.everywhere('MANAGE_PEOPLE')));
create policy managed_in_own_organisation on access.person for select using (
    exists (select from access.assignment a where a.person = person.id and a.deleted_at is null
            and a.organisation = any ((select access.organisations_for('MANAGE_PEOPLE'))::bigint[])));

alter table access.assignment enable row level security;
create policy ones_own on access.assignment for select using (person = access.person());
create policy managed on access.assignment for all using (
    (select access.everywhere('MANAGE_PEOPLE'))
    or organisation = any ((select access.organisations_for('MANAGE_PEOPLE'))::bigint[]));

grant select, insert, update on access.person, access.assignment to samverkan_app;
grant select on access.permission, access.role to samverkan_app;
