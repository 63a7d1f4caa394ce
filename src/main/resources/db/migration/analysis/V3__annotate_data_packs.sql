-- What somebody has written beside a series in the data pack of a unit: the figures themselves are public and are not kept here.
-- Both sides of the partnership read it.
create table analysis.annotation (
    partnership bigint not null,
    agency bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    line text not null check (length(line) between 1 and 100),
    words text not null check (length(words) <= 20000),
    version int not null default 0,
    changed_by bigint not null default access.person(),
    changed_at timestamptz not null default now(),
    primary key (partnership, unit, line)
);

-- Whether the actor annotates the data pack of a unit: for the agency or in the partnership, at the unit, or for the organiser.
create function analysis.annotates(of_partnership bigint, of_agency bigint, of_organiser bigint, at_unit bigint)
    returns boolean language sql stable security definer set search_path = analysis, pg_temp as $$
    select of_partnership = any (access.partnerships_for('MAKE_DATA_PACK'))
        or of_agency = any (access.organisations_for('MAKE_DATA_PACK'))
        or at_unit = any (access.units_for('MAKE_DATA_PACK'))
        or (of_organiser = any (access.seen_organisers())
            and of_organiser = any (access.organisations_for('MAKE_DATA_PACK')))
$$;

alter table analysis.annotation enable row level security;
create policy known on analysis.annotation for select using (
    unit = any ((select access.seen_units())::bigint[])
    or organiser = any ((select access.seen_organisers() || access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[])
    or partnership = any ((select access.partnerships_for('READ_PARTNERSHIP'))::bigint[])
    or agency = any ((select access.organisations_for('RUN_PARTNERSHIP') || access.organisations_for('MAKE_DATA_PACK'))::bigint[]));
create policy added on analysis.annotation for insert with check (
    analysis.annotates(partnership, agency, organiser, unit));
create policy changed on analysis.annotation for update using (
    analysis.annotates(partnership, agency, organiser, unit));

grant select, insert, update (words, version, changed_by, changed_at) on analysis.annotation to samverkan_app;
