-- Rows that people of an organisation write. Each carries whose it is, and how far it is seen; the access room puts the
-- policies on, the same on every table that has these four columns.

create table organisation.area (
    id bigint generated always as identity primary key,
    owner_organisation bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    unit bigint references organisation.unit,
    visibility text not null default 'PUBLIC' check (visibility in ('OWN', 'OPENED', 'SHARED', 'PUBLIC')),
    name text not null check (length(trim(name)) between 1 and 200),
    version int not null default 0,
    deleted_at timestamptz
);
create unique index area_name_is_its_own on organisation.area (organiser, lower(name)) where deleted_at is null;

create table organisation.area_unit (
    area bigint not null references organisation.area,
    unit bigint not null references organisation.unit,
    owner_organisation bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    visibility text not null default 'PUBLIC' check (visibility in ('OWN', 'OPENED', 'SHARED', 'PUBLIC')),
    primary key (area, unit)
);

-- Terms and holidays: when the organiser's pupils are there, and when they are not.
create table organisation.calendar_day (
    id bigint generated always as identity primary key,
    owner_organisation bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    unit bigint references organisation.unit,
    visibility text not null default 'PUBLIC' check (visibility in ('OWN', 'OPENED', 'SHARED', 'PUBLIC')),
    kind text not null check (kind in ('TERM', 'HOLIDAY')),
    name text not null check (length(trim(name)) between 1 and 200),
    first_day date not null,
    last_day date not null,
    version int not null default 0,
    deleted_at timestamptz,
    check (last_day >= first_day)
);
create index calendar_day_by_organiser on organisation.calendar_day (organiser, first_day);

-- What the register does not tell: which unit came after which. Entered by people, with their reason.
create table organisation.succession (
    id bigint generated always as identity primary key,
    owner_organisation bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    unit bigint references organisation.unit,
    visibility text not null default 'PUBLIC' check (visibility in ('OWN', 'OPENED', 'SHARED', 'PUBLIC')),
    kind text not null check (kind in ('MERGED', 'SPLIT', 'MOVED', 'REPLACED')),
    predecessor bigint not null references organisation.unit,
    successor bigint not null references organisation.unit,
    happened_on date not null,
    note text not null default '',
    version int not null default 0,
    deleted_at timestamptz,
    check (kind = 'MOVED' or predecessor <> successor)
);
create index succession_by_predecessor on organisation.succession (predecessor);
create index succession_by_successor on organisation.succession (successor);

grant select, insert, update on organisation.area, organisation.calendar_day, organisation.succession to samverkan_app;
grant select, insert, delete on organisation.area_unit to samverkan_app;
