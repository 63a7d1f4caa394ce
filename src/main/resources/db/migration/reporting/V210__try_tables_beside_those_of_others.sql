-- What a released table was made of before anything was masked: how much and of how many, number by number. It is kept so that the
-- tables of programmes that share its cases can be tried beside it, and nobody reads it but through the function below. What was released
-- before there was this is tried within its own programme only.
create table reporting.release_count (
    release bigint primary key references reporting.release,
    counts jsonb not null
);
alter table reporting.release_count enable row level security;
create policy released on reporting.release_count for insert with check (exists (
    select from reporting.release r where r.id = release and r.made_by = access.person()));
grant insert on reporting.release_count to samverkan_app;

-- The same of an edition that is written, until its figures are pulled in anew. Whoever writes it may count the same.
create table reporting.edition_count (
    edition bigint primary key references reporting.edition,
    counts jsonb not null
);
alter table reporting.edition_count enable row level security;
create policy written on reporting.edition_count for all
    using (exists (select from reporting.edition e where e.id = edition and reporting.writes_edition(e.organisation)));
grant select, insert, delete on reporting.edition_count to samverkan_app;

-- What tables that stand, of programmes that share cases with this one, were made of; for whoever releases or writes at it. The numbers
-- are for the trial and for no page.
create function reporting.releases_beside(of_organisation bigint, of_variant text)
    returns table (office bigint, release bigint, counts jsonb)
    language sql stable security definer set search_path = reporting, pg_temp as $$
    select distinct on (r.id, b.office) b.office, r.id, c.counts
    from partnership.programmes_beside(of_organisation, of_variant) b
    join reporting.release r on r.organisation in (b.office, b.organiser)
    join reporting.release_count c on c.release = r.id
    where r.variant = of_variant and r.withdrawn_at is null and r.organisation <> of_organisation
      and (reporting.writes_edition(of_organisation) or (select access.everywhere('RELEASE_OPEN_DATA'))
          or of_organisation = any ((select access.organisations_for('RELEASE_OPEN_DATA'))::bigint[]))
    order by r.id, b.office
$$;
