-- The parts of a yearly report, in order, with what is counted in each. They are data: another report has others.
create table reporting.edition_part (
    key text primary key check (key ~ '^[a-z-]+$'),
    position int not null unique,
    topics text[] not null
);
insert into reporting.edition_part values
    ('summary', 1, '{}'),
    ('participants', 2, '{organisers,units,standings,reasons}'),
    ('work', 3, '{phases,times,engagement,causes,interventions}'),
    ('seen', 4, '{deliveries,planned-signs,signs}'),
    ('money', 5, '{money}'),
    ('ahead', 6, '{}');

-- On which day of the year the report of a programme is due: to the government, or to a municipality's board.
create table reporting.edition_date (
    organisation bigint not null references organisation.organisation,
    variant text not null,
    month int not null check (month between 1 and 12),
    day int not null check (day between 1 and 28),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (organisation, variant)
);

-- A yearly report (edition) of a programme. It is written until it is handed in; then it stands, as a document. A newer one of the same
-- year replaces it and says so.
create table reporting.edition (
    id bigint generated always as identity primary key,
    organisation bigint not null references organisation.organisation,
    variant text not null,
    variant_version int not null,
    programme jsonb not null,
    year int not null check (year between 2000 and 2999),
    replaces bigint references reporting.edition,
    counted_at timestamptz not null,
    version int not null default 1,
    document bigint,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    handed_by bigint,
    handed_at timestamptz,
    check ((handed_by is null) = (handed_at is null) and (handed_at is null) = (document is null))
);
create unique index one_draft_of_a_year on reporting.edition (organisation, variant, year) where handed_at is null;
create index edition_by_programme on reporting.edition (organisation, variant, year);

create table reporting.edition_text (
    edition bigint not null references reporting.edition,
    part text not null references reporting.edition_part,
    words text not null check (length(words) <= 20000),
    primary key (edition, part)
);
-- The figures as they were when they were pulled in, masked and with their names.
create table reporting.edition_table (
    edition bigint not null references reporting.edition,
    topic text not null,
    content jsonb not null,
    primary key (edition, topic)
);

create function reporting.keep_edition() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.handed_at is not null then
        raise exception 'a report that has been handed in stands' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger editions_stand before update or delete on reporting.edition
    for each row execute function reporting.keep_edition();
create function reporting.keep_edition_content() returns trigger language plpgsql as $$
begin
    if exists (select from reporting.edition e where e.id = coalesce(new.edition, old.edition) and e.handed_at is not null) then
        raise exception 'a report that has been handed in stands' using errcode = 'check_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger texts_stand before insert or update or delete on reporting.edition_text
    for each row execute function reporting.keep_edition_content();
create trigger tables_stand before insert or update or delete on reporting.edition_table
    for each row execute function reporting.keep_edition_content();

-- The organisations whose report the actor writes or hands in.
create function reporting.writes_edition(of_organisation bigint) returns boolean language sql stable security definer
    set search_path = reporting, pg_temp as $$
    select access.everywhere('WRITE_EDITION') or of_organisation = any (access.organisations_for('WRITE_EDITION'))
$$;
alter table reporting.edition_part enable row level security;
create policy everybody on reporting.edition_part for select using (true);
alter table reporting.edition_date enable row level security;
create policy written on reporting.edition_date for all using ((select reporting.writes_edition(organisation)));
alter table reporting.edition enable row level security;
create policy written on reporting.edition for all using (reporting.writes_edition(organisation));
create policy handed_in on reporting.edition for select using (
    handed_at is not null and ((select access.everywhere('READ_AGGREGATES'))
        or organisation = any ((select partnership.tallying())::bigint[])));
alter table reporting.edition_text enable row level security;
create policy known on reporting.edition_text for all using (exists (select from reporting.edition e where e.id = edition))
    with check (exists (select from reporting.edition e where e.id = edition and reporting.writes_edition(e.organisation)));
alter table reporting.edition_table enable row level security;
create policy known on reporting.edition_table for all using (exists (select from reporting.edition e where e.id = edition))
    with check (exists (select from reporting.edition e where e.id = edition and reporting.writes_edition(e.organisation)));

grant select on reporting.edition_part to samverkan_app;
grant select, insert, update (month, day, made_by, made_at) on reporting.edition_date to samverkan_app;
grant select, insert, update (counted_at, version, document, handed_by, handed_at) on reporting.edition to samverkan_app;
grant select, insert, update (words) on reporting.edition_text to samverkan_app;
grant select, insert, delete on reporting.edition_table to samverkan_app;
