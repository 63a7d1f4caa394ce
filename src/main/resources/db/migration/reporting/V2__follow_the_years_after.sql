-- A year after the closing of a case: born by itself on its day, as many as the variant said when the case was closed. Light
-- questions go to the units; each answers once.
create table reporting.year_after (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    organiser bigint not null references organisation.organisation,
    year int not null check (year between 1 and 20),
    due date not null,
    made_at timestamptz not null default now(),
    unique (partnership, year)
);
create table reporting.year_answer (
    id bigint generated always as identity primary key,
    year_after bigint not null references reporting.year_after,
    unit bigint not null references organisation.unit,
    lives text not null check (lives in ('MORE', 'SAME', 'LESS', 'GONE')),
    words text not null check (length(trim(words)) > 0),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    unique (year_after, unit)
);
create trigger answers_stand before update or delete on reporting.year_answer
    for each row execute function reporting.forbid_change();

-- Whether the actor answers for a unit: works at it, or coordinates the case.
create function reporting.answers_for(wanted bigint, at_unit bigint) returns boolean language sql stable security definer
    set search_path = reporting, pg_temp as $$
    select exists (select from reporting.year_after y join partnership.participation n on n.partnership = y.partnership
        where y.id = wanted and n.unit = at_unit
          and (y.organiser = any ((select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[])
            or partnership.does_steps(y.partnership, at_unit) and not y.partnership = any ((select partnership.run())::bigint[])))
$$;

alter table reporting.year_after enable row level security;
create policy known on reporting.year_after for select using (partnership = any ((select partnership.known())::bigint[]));
alter table reporting.year_answer enable row level security;
create policy known on reporting.year_answer for select using (
    exists (select from reporting.year_after y where y.id = year_after));
create policy answered on reporting.year_answer for insert with check (
    made_by = access.person() and reporting.answers_for(year_after, unit));

-- The closed cases and how many of their years have been born, for the job.
create function reporting.closed_cases() returns table (partnership bigint, variant text, variant_version int, day date,
        born int)
    language sql stable security definer set search_path = reporting, pg_temp as $$
    select c.partnership, p.variant, p.variant_version, c.day,
        coalesce((select max(y.year) from reporting.year_after y where y.partnership = c.partnership), 0)
    from partnership.closing c join partnership.partnership p on p.id = c.partnership
    order by c.partnership
$$;
-- Lets a year be born; its id, or nothing where it has been, or another process is at the same case.
create function reporting.bear_year(wanted bigint, nth int, day date) returns table (id bigint, organiser bigint)
    language plpgsql security definer set search_path = reporting, pg_temp as $$
begin
    perform from partnership.closing c where c.partnership = wanted for update skip locked;
    if found then
        return query insert into reporting.year_after as y (partnership, organiser, year, due)
            select p.id, p.organiser, nth, day from partnership.partnership p where p.id = wanted
            on conflict do nothing returning y.id, y.organiser;
    end if;
end $$;

grant select on reporting.year_after to samverkan_app;
grant select, insert on reporting.year_answer to samverkan_app;
