grant usage on schema reporting to samverkan_app;

-- The filters of a portfolio, kept under a name: one person's own, or shared with those of the same organisation.
create table reporting.saved_view (
    id bigint generated always as identity primary key,
    person bigint not null default access.person(),
    organisation bigint references organisation.organisation,
    name text not null check (length(trim(name)) between 1 and 100),
    query text not null check (length(query) <= 2000),
    made_at timestamptz not null default now(),
    removed_at timestamptz
);
create unique index saved_view_once on reporting.saved_view (person, name) where removed_at is null;
create index saved_view_by_organisation on reporting.saved_view (organisation) where organisation is not null;

-- An early warning to one person: that a unit has fallen behind or gone silent, or has another head teacher, or that the
-- organiser has another director. Told once; put aside with a word.
create table reporting.warning (
    id bigint generated always as identity primary key,
    person bigint not null default access.person(),
    partnership bigint not null,
    unit bigint,
    kind text not null check (kind in ('BEHIND', 'SILENT', 'HEAD', 'DIRECTOR', 'CHANGED')),
    since date not null,
    told_at timestamptz not null default now(),
    aside_at timestamptz,
    aside_words text not null default '',
    check (aside_at is null or length(trim(aside_words)) > 0)
);
create unique index warned_once on reporting.warning (person, partnership, coalesce(unit, 0), kind, since);
create index warning_by_person on reporting.warning (person) where aside_at is null;

-- A concern (oro) about a case: what, by whom; the office's own, the organiser's own, or shared between them. What happened to
-- it are rows that stand.
create table reporting.concern (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    agency bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    unit bigint references organisation.unit,
    side text not null check (side in ('AGENCY', 'ORGANISER')),
    shared boolean not null,
    words text not null check (length(trim(words)) > 0),
    standing text not null default 'RAISED' check (standing in ('RAISED', 'ANSWERED', 'ESCALATED', 'CLOSED')),
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index concern_by_partnership on reporting.concern (partnership);

create table reporting.concern_step (
    id bigint generated always as identity primary key,
    concern bigint not null references reporting.concern,
    kind text not null check (kind in ('ANSWERED', 'ESCALATED', 'CLOSED', 'SHARED')),
    words text not null check (length(trim(words)) > 0),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index concern_step_by_concern on reporting.concern_step (concern, made_at);
create function reporting.forbid_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was said stands' using errcode = 'check_violation';
end $$;
create trigger steps_stand before update or delete on reporting.concern_step
    for each row execute function reporting.forbid_change();

-- The cases of which the actor is on the agency's side: runs them, or leads or analyses in them.
create function reporting.agency_cases() returns bigint[] language sql stable security definer
    set search_path = reporting, pg_temp as $$
    select (select partnership.run()) || (select access.partnerships_for('RAISE_CONCERN'))
$$;
-- Those of which the actor is on the organiser's side, as a whole or at a unit.
create function reporting.organiser_cases() returns bigint[] language sql stable security definer
    set search_path = reporting, pg_temp as $$
    select (select coalesce(array_agg(p.id), '{}') from partnership.partnership p
            where p.told_at is not null
              and p.organiser = any ((select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[]))
        || (select coalesce(array_agg(distinct n.partnership), '{}')
            from partnership.participation n join partnership.partnership p on p.id = n.partnership
            where p.told_at is not null and n.unit = any ((select access.units_for('RAISE_CONCERN'))::bigint[]))
$$;
-- Whether the actor sees a concern: its own side does, a head teacher those of the own unit and those of the whole case, and
-- the other side does when it is shared.
create function reporting.concerns() returns bigint[] language sql stable security definer
    set search_path = reporting, pg_temp as $$
    select coalesce(array_agg(c.id), '{}') from reporting.concern c
    where (c.partnership = any ((select reporting.agency_cases())::bigint[]) and (c.side = 'AGENCY' or c.shared))
       or (c.partnership = any ((select reporting.organiser_cases())::bigint[]) and (c.side = 'ORGANISER' or c.shared)
           and (c.unit is null or c.unit = any ((select access.units_for('RAISE_CONCERN'))::bigint[])
               or c.organiser = any ((select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[])))
       or c.made_by = access.person() and c.partnership = any ((select partnership.known())::bigint[])
$$;
-- Those that the actor answers, escalates and closes: who runs the case where it is the agency's or shared, who coordinates it
-- where it is the organiser's or shared.
create function reporting.concerns_handled() returns bigint[] language sql stable security definer
    set search_path = reporting, pg_temp as $$
    select coalesce(array_agg(c.id), '{}') from reporting.concern c
    where (c.partnership = any ((select partnership.run())::bigint[]) and (c.side = 'AGENCY' or c.shared))
       or (c.organiser = any ((select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[])
           and (c.side = 'ORGANISER' or c.shared))
$$;

alter table reporting.saved_view enable row level security;
create policy own on reporting.saved_view for all using (person = access.person() and person <> 0);
create policy shared on reporting.saved_view for select using (
    organisation = any ((select access.organisations_for('READ_PORTFOLIO'))::bigint[]));

alter table reporting.warning enable row level security;
create policy own on reporting.warning for all using (person = access.person() and person <> 0);

alter table reporting.concern enable row level security;
create policy seen on reporting.concern for select using (id = any ((select reporting.concerns())::bigint[]));
create policy own_new on reporting.concern for select using (made_by = access.person() and made_at = now());
create policy raised on reporting.concern for insert with check (
    made_by = access.person()
    and (side = 'AGENCY' and partnership = any ((select reporting.agency_cases())::bigint[])
        or side = 'ORGANISER' and partnership = any ((select reporting.organiser_cases())::bigint[])));
create policy handled on reporting.concern for update using (id = any ((select reporting.concerns_handled())::bigint[]));

alter table reporting.concern_step enable row level security;
create policy seen on reporting.concern_step for select using (
    concern = any ((select reporting.concerns())::bigint[]));
create policy handled on reporting.concern_step for insert with check (
    made_by = access.person() and concern = any ((select reporting.concerns_handled())::bigint[]));

-- Whom the job looks for: those who hold the verb of the portfolio today.
create function reporting.watchers() returns setof bigint language sql stable security definer
    set search_path = reporting, pg_temp as $$
    select distinct a.person from access.assignment a
    join access.permission p on p.role = a.role and p.verb = 'READ_PORTFOLIO' and p.reach = 'OWN'
    where a.deleted_at is null and a.organisation is not null and a.valid_from <= access.today()
      and coalesce(a.valid_to, 'infinity') >= access.today()
    order by 1
$$;

grant select, insert, update (removed_at) on reporting.saved_view to samverkan_app;
grant select, insert, update (aside_at, aside_words) on reporting.warning to samverkan_app;
grant select, insert, update (shared, standing, version) on reporting.concern to samverkan_app;
grant select, insert on reporting.concern_step to samverkan_app;
