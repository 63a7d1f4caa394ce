grant usage on schema intervention to samverkan_app;

-- Whether the actor holds a verb anywhere at all, by whatever role: what is open to everybody who works in the programme.
create function intervention.holds(wanted text) returns boolean language sql stable security definer
    set search_path = access, pg_temp as $$
    select exists (
        select from access.assignment a
        join access.permission p on p.role = a.role and p.verb = wanted and p.reach = 'OWN'
        where a.person = access.person() and a.deleted_at is null
          and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today())
$$;

-- What a provider (utförare) offers: a package or a single intervention. An organiser's own staff can be a provider, to the
-- organiser alone. The reference is the provider's own and tells the entry in a file.
create table intervention.entry (
    id bigint generated always as identity primary key,
    organisation bigint not null references organisation.organisation,
    own_staff boolean not null default false,
    ref text not null check (length(trim(ref)) between 1 and 60),
    title text not null check (length(trim(title)) between 1 and 200),
    shape text not null check (shape in ('PACKAGE', 'SINGLE')),
    levels text[] not null check (cardinality(levels) > 0),
    themes text[] not null check (cardinality(themes) > 0),
    school_forms text[] not null default '{}',
    work text not null,
    terms int not null check (terms between 1 and 8),
    hours int check (hours between 1 and 2000),
    -- How many groups there is room for, by term; a term that is not named is not told.
    capacity_terms int[] not null default '{}',
    capacity_groups int[] not null default '{}',
    -- Municipalities by their codes; none is the whole country.
    places text[] not null default '{}',
    remote boolean not null default false,
    languages text[] not null check (cardinality(languages) > 0),
    base text not null check (base in ('RESEARCH', 'PROVEN_EXPERIENCE')),
    research text not null default '' check (length(research) <= 5000),
    words text not null default '' check (length(words) <= 20000),
    said text not null default '' check (length(said) <= 5000),
    offered boolean not null default false,
    -- The words of title and description as a Swede hears them, made by the application.
    heard tsvector not null,
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    changed_by bigint not null default access.person(),
    changed_at timestamptz not null default now(),
    unique (organisation, ref),
    check (cardinality(capacity_terms) = cardinality(capacity_groups))
);

create function intervention.tell_own_staff() returns trigger language plpgsql as $$
begin
    select o.kind = 'ORGANISER' into strict new.own_staff
    from organisation.organisation o where o.id = new.organisation;
    return new;
end $$;
create trigger own_staff before insert on intervention.entry for each row execute function intervention.tell_own_staff();

-- What is offered is read by everybody who works in the programme, an own staff's by its organiser; what is not offered by the
-- provider alone, who alone writes.
alter table intervention.entry enable row level security;
create policy seen on intervention.entry for select using (
    organisation = any ((select access.organisations_for('EDIT_CATALOGUE'))::bigint[])
    or (select access.everywhere('EDIT_CATALOGUE'))
    or (offered and not own_staff and (select intervention.holds('READ_CATALOGUE')))
    or (offered and organisation = any ((select access.organisations_for('READ_CATALOGUE'))::bigint[])));
create policy added on intervention.entry for insert with check (
    organisation = any ((select access.organisations_for('EDIT_CATALOGUE'))::bigint[])
    or (select access.everywhere('EDIT_CATALOGUE')));
create policy changed on intervention.entry for update using (
    organisation = any ((select access.organisations_for('EDIT_CATALOGUE'))::bigint[])
    or (select access.everywhere('EDIT_CATALOGUE')));

grant select, insert, update on intervention.entry to samverkan_app;
