grant usage on schema access to samverkan_app;

-- A person is kept by an organisation, whose administrator may change what it says; by the installation when it names
-- none. Whoever has left stays: the name is replaced in time, the roles remain.
create table access.person (
    id bigint generated always as identity primary key,
    name text not null check (length(trim(name)) between 1 and 200),
    email text not null,
    service boolean not null default false,
    language char(2) not null default 'sv' check (language in ('sv', 'en')),
    organisation bigint references organisation.organisation,
    left_on date,
    pseudonymised_at timestamptz,
    deleted_at timestamptz,
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

-- How a role reads unfinished work: of its organisation, of a whole organiser, of a unit, or none at all; and where it is
-- held: at a unit, in an area, in an organisation, or anywhere, the whole installation included.
create table access.role (
    role text primary key,
    position smallint not null,
    reads text not null check (reads in ('NONE', 'ORGANISATION', 'ORGANISER', 'AREA', 'UNIT')),
    side text not null check (side in ('INSTALLATION', 'AGENCY', 'ORGANISER', 'UNIT', 'PROVIDER', 'PUBLIC')),
    place text not null check (place in ('UNIT', 'AREA', 'ORGANISATION', 'ANY'))
);

-- A role in an organisation (at one of its units, in one of its areas) or, when it names none, in the whole
-- installation; for a time. It ends by itself after valid_to.
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
    check (valid_to is null or valid_to >= valid_from),
    check (organisation is not null or (unit is null and area is null))
);
-- What a departure ended: the last day an assignment had before, and the version it has had since, so that undoing the
-- departure brings back just that, and not what somebody has changed meanwhile.
create table access.ended_by_departure (
    assignment bigint primary key references access.assignment,
    valid_to date,
    version int not null
);

create index assignment_by_person on access.assignment (person) where deleted_at is null;
create index assignment_by_organisation on access.assignment (organisation) where deleted_at is null;

-- A unit or an area brings its organisation with it, so that nobody reaches another organisation's unit by naming the own
-- organisation beside it.
create function access.place_assignment() returns trigger language plpgsql security definer
    set search_path = access, pg_temp as $$
declare
    owner_of_place bigint;
begin
    select u.organiser into owner_of_place from organisation.unit u where u.id = new.unit
    union all
    select a.organiser from organisation.area a where a.id = new.area limit 1;
    new.organisation := coalesce(new.organisation, owner_of_place);
    if new.organisation is distinct from coalesce(owner_of_place, new.organisation) then
        raise exception 'an assignment names the organisation of its unit or area' using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger assignment_is_placed before insert or update of organisation, unit, area on access.assignment
    for each row execute function access.place_assignment();

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

-- Which organisations there are is public. Organisers are what the registers tell; any other is entered by those who
-- administer the whole installation.
alter table organisation.organisation enable row level security;
create policy seen on organisation.organisation for select using (true);
create policy registered on organisation.organisation for all using (kind = 'ORGANISER');
create policy written on organisation.organisation for all using (
    kind <> 'ORGANISER' and (select access.everywhere('EDIT_ORGANISATIONS')));

-- The people that the actor manages something of: kept by, or assigned within, the own organisations.
create function access.people_within(wanted text) returns bigint[] language sql stable security definer
    set search_path = access, pg_temp as $$
    with own as (select access.organisations_for(wanted) as organisations)
    select coalesce(array_agg(s.id), '{}')
    from (
        select p.id from access.person p, own where p.organisation = any (own.organisations)
        union
        select a.person from access.assignment a, own
        where a.deleted_at is null and a.organisation = any (own.organisations)
    ) s
$$;

-- Whether the actor may change what a person is called, invite the person or let the person leave: everywhere, or in the
-- own organisation when it keeps the person and every role the person has lies within it. Otherwise a local
-- administrator could take over the login of somebody who may more.
create function access.manages(wanted bigint) returns boolean language sql stable security definer
    set search_path = access, pg_temp as $$
    select access.everywhere('MANAGE_PEOPLE') or exists (
        select from access.person p
        where p.id = wanted and not p.service and p.organisation = any (access.organisations_for('MANAGE_PEOPLE'))
          and not exists (
            select from access.assignment a
            where a.person = p.id and a.deleted_at is null and coalesce(a.valid_to, 'infinity') >= access.today()
              and (a.organisation is null or a.organisation <> all (access.organisations_for('MANAGE_PEOPLE')))))
$$;

-- People: oneself, and those whose rights one manages.
alter table access.person enable row level security;
create policy oneself on access.person for select using (id = access.person());
create policy managed_everywhere on access.person for all using ((select access.everywhere('MANAGE_PEOPLE')));
create policy seen_within on access.person for select using (
    organisation = any ((select access.organisations_for('MANAGE_PEOPLE'))::bigint[])
    or id = any ((select access.people_within('MANAGE_PEOPLE'))::bigint[]));
create policy entered_within on access.person for insert with check (
    organisation = any ((select access.organisations_for('MANAGE_PEOPLE'))::bigint[]));
create policy changed_within on access.person for update using (access.manages(id)) with check (
    organisation = any ((select access.organisations_for('MANAGE_PEOPLE'))::bigint[]));

alter table access.assignment enable row level security;
create policy ones_own on access.assignment for select using (person = access.person());
create policy managed_everywhere on access.assignment for all using ((select access.everywhere('MANAGE_PEOPLE')));
create policy seen_within on access.assignment for select using (
    organisation = any ((select access.organisations_for('MANAGE_PEOPLE'))::bigint[]));
create policy given_within on access.assignment for insert with check (
    organisation = any ((select access.organisations_for('MANAGE_PEOPLE'))::bigint[])
    and person = any ((select access.people_within('MANAGE_PEOPLE'))::bigint[]));
create policy changed_within on access.assignment for update using (
    organisation = any ((select access.organisations_for('MANAGE_PEOPLE'))::bigint[]));

-- What a departure ended is changed by whoever may change the assignment.
alter table access.ended_by_departure enable row level security;
create policy as_the_assignment on access.ended_by_departure for all using (
    exists (select from access.assignment a where a.id = assignment and (
        (select access.everywhere('MANAGE_PEOPLE'))
        or a.organisation = any ((select access.organisations_for('MANAGE_PEOPLE'))::bigint[]))));

grant select, insert, update on access.person, access.assignment to samverkan_app;
grant select, insert, delete on access.ended_by_departure to samverkan_app;
grant select on access.permission, access.role to samverkan_app;
