grant usage on schema analysis to samverkan_app;

-- The current-state analysis (nulägesanalys) of a unit in a partnership; the organiser's own level is such a unit. A draft
-- belongs to its unit: sibling units do not see it, and the agency's side sees it once it has been opened to somebody by name.
create table analysis.analysis (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    agency bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    level text not null check (level in ('SCHOOL', 'PRESCHOOL', 'ORGANISER')),
    last_number int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    unique (partnership, unit)
);
create index analysis_by_unit on analysis.analysis (unit);

-- A part of an analysis: one thing is one row. Areas have numbers that are never used again.
create table analysis.part (
    id bigint generated always as identity primary key,
    analysis bigint not null references analysis.analysis,
    kind text not null check (kind in ('EVIDENCE', 'STRENGTH', 'PROBLEM', 'CAUSE', 'AREA')),
    number int,
    sort text not null default '',
    level text not null default '',
    heard text not null default '',
    title text not null check (length(trim(title)) between 1 and 300),
    words text not null default '' check (length(words) <= 20000),
    source text not null default '' check (length(source) <= 300),
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    changed_by bigint not null default access.person(),
    changed_at timestamptz not null default now(),
    removed_by bigint,
    removed_at timestamptz,
    unique (analysis, number),
    unique (id, analysis),
    check ((kind = 'AREA') = (number is not null))
);
create index part_by_analysis on analysis.part (analysis);

-- A published figure as it was known when it became evidence. It is not changed when the source revises it.
create table analysis.figure (
    part bigint primary key references analysis.part,
    indicator text not null,
    dimension text not null,
    code text not null,
    period int not null,
    status int not null,
    value double precision not null,
    token text not null,
    n int,
    known_by int not null
);

-- What stands under what: evidence under a problem, a strength or a cause; a cause under a problem or another cause; an area
-- under a cause or a strength.
create table analysis.link (
    id bigint generated always as identity primary key,
    analysis bigint not null,
    upper_part bigint not null,
    lower_part bigint not null check (lower_part <> upper_part),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    removed_by bigint,
    removed_at timestamptz,
    foreign key (upper_part, analysis) references analysis.part (id, analysis),
    foreign key (lower_part, analysis) references analysis.part (id, analysis)
);
create unique index one_link_between_two on analysis.link (upper_part, lower_part) where removed_at is null;
create index link_by_analysis on analysis.link (analysis);
create index link_by_lower_part on analysis.link (lower_part);

-- A text that does not stand any more: somebody replaced it, or it was written at the same time as another and not saved.
create table analysis.kept_text (
    id bigint generated always as identity primary key,
    part bigint not null references analysis.part,
    title text not null,
    words text not null,
    why text not null check (why in ('REPLACED', 'NOT_SAVED')),
    written_by bigint not null,
    written_at timestamptz not null,
    kept_at timestamptz not null default now()
);
create index kept_text_by_part on analysis.kept_text (part);

-- What somebody has answered to a guiding question of the programme.
create table analysis.answer (
    analysis bigint not null references analysis.analysis,
    form text not null,
    field text not null,
    words text not null check (length(words) <= 20000),
    version int not null default 0,
    changed_by bigint not null default access.person(),
    changed_at timestamptz not null default now(),
    primary key (analysis, form, field)
);

-- Named people of the other side may read and comment until a day, or until the owner ends it.
create table analysis.opening (
    id bigint generated always as identity primary key,
    analysis bigint not null references analysis.analysis,
    person bigint not null references access.person,
    until date not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    ended_by bigint,
    ended_at timestamptz
);
create unique index opened_once on analysis.opening (analysis, person) where ended_at is null;
create index opening_by_person on analysis.opening (person) where ended_at is null;

-- Whether the actor may do something at a unit: by a role at the unit itself; for the organiser's own level also by a role for
-- the whole organiser.
create function analysis.may_at(wanted text, at_unit bigint, at_level text, of_organiser bigint) returns boolean
    language sql stable security definer set search_path = analysis, pg_temp as $$
    select at_unit = any (access.units_for(wanted))
        or (at_level = 'ORGANISER' and of_organiser = any (access.seen_organisers())
            and of_organiser = any (access.organisations_for(wanted)))
$$;

create function analysis.written() returns bigint[] language sql stable security definer
    set search_path = analysis, pg_temp as $$
    select coalesce(array_agg(a.id), '{}') from analysis.analysis a
    where a.unit = any ((select access.units_for('WRITE_ANALYSIS'))::bigint[])
       or (a.level = 'ORGANISER' and a.organiser = any ((select access.seen_organisers())::bigint[])
           and a.organiser = any ((select access.organisations_for('WRITE_ANALYSIS'))::bigint[]))
$$;

-- Those opened to the actor, who still has a role in the partnership or at the agency.
create function analysis.opened() returns bigint[] language sql stable security definer
    set search_path = analysis, pg_temp as $$
    select coalesce(array_agg(a.id), '{}') from analysis.opening o join analysis.analysis a on a.id = o.analysis
    where o.person = access.person() and o.ended_at is null and o.until >= access.today()
      and (a.partnership = any ((select access.partnerships_for('READ_ANALYSIS'))::bigint[])
           or a.agency = any ((select access.organisations_for('READ_ANALYSIS'))::bigint[]))
$$;

-- Those that the actor reads: writes them, has been opened to, works at or answers for the unit.
create function analysis.known() returns bigint[] language sql stable security definer
    set search_path = analysis, pg_temp as $$
    select (select analysis.written()) || (select analysis.opened()) || (select coalesce(array_agg(a.id), '{}')
        from analysis.analysis a
        where a.unit = any ((select access.seen_units())::bigint[])
           or a.organiser = any ((select access.seen_organisers())::bigint[])
           or (a.level = 'ORGANISER' and a.organiser = any ((select access.seen_organisations())::bigint[])))
$$;

-- The people of the other side, in the partnership or at the agency, to whom the actor can open an analysis.
create function analysis.supporters(wanted bigint) returns table (id bigint, name text, roles text[])
    language sql stable security definer set search_path = analysis, pg_temp as $$
    select p.id, p.name, array_agg(distinct s.role order by s.role)
    from analysis.analysis a
    join access.assignment s on s.partnership = a.partnership or s.organisation = a.agency
    join access.role r on r.role = s.role and r.side in ('AGENCY', 'PROVIDER')
    join access.permission m on m.role = s.role and m.verb = 'READ_ANALYSIS' and m.reach = 'OWN'
    join access.person p on p.id = s.person
    where a.id = wanted and a.id = any (analysis.written()) and not p.service
      and p.deleted_at is null and p.pseudonymised_at is null and coalesce(p.left_on, 'infinity') >= access.today()
      and s.deleted_at is null and s.valid_from <= access.today() and coalesce(s.valid_to, 'infinity') >= access.today()
    group by p.id, p.name
    order by p.name collate "sv-SE-x-icu", p.id
$$;

alter table analysis.analysis enable row level security;
create policy known on analysis.analysis for select using (id = any ((select analysis.known())::bigint[]));
create policy own_new on analysis.analysis for select using (
    made_by = access.person() and analysis.may_at('WRITE_ANALYSIS', unit, level, organiser));
create policy begun on analysis.analysis for insert with check (
    made_by = access.person() and analysis.may_at('WRITE_ANALYSIS', unit, level, organiser));
create policy written on analysis.analysis for update using (id = any ((select analysis.written())::bigint[]));

alter table analysis.part enable row level security;
create policy known on analysis.part for select using (analysis = any ((select analysis.known())::bigint[]));
create policy added on analysis.part for insert with check (analysis = any ((select analysis.written())::bigint[]));
create policy written on analysis.part for update using (analysis = any ((select analysis.written())::bigint[]));

alter table analysis.link enable row level security;
create policy known on analysis.link for select using (analysis = any ((select analysis.known())::bigint[]));
create policy added on analysis.link for insert with check (analysis = any ((select analysis.written())::bigint[]));
create policy written on analysis.link for update using (analysis = any ((select analysis.written())::bigint[]));

-- The analysis of a part, past row-level security, so that what hangs on a part can be guarded as it is.
create function analysis.of_part(wanted bigint) returns bigint language sql stable security definer
    set search_path = analysis, pg_temp as $$ select p.analysis from analysis.part p where p.id = wanted $$;

alter table analysis.figure enable row level security;
create policy known on analysis.figure for select using (
    analysis.of_part(part) = any ((select analysis.known())::bigint[]));
create policy added on analysis.figure for insert with check (
    analysis.of_part(part) = any ((select analysis.written())::bigint[]));

alter table analysis.kept_text enable row level security;
create policy written on analysis.kept_text for all using (
    analysis.of_part(part) = any ((select analysis.written())::bigint[]));

alter table analysis.answer enable row level security;
create policy known on analysis.answer for select using (analysis = any ((select analysis.known())::bigint[]));
create policy added on analysis.answer for insert with check (analysis = any ((select analysis.written())::bigint[]));
create policy written on analysis.answer for update using (analysis = any ((select analysis.written())::bigint[]));

alter table analysis.opening enable row level security;
create policy known on analysis.opening for select using (analysis = any ((select analysis.known())::bigint[]));
create policy added on analysis.opening for insert with check (
    made_by = access.person() and analysis = any ((select analysis.written())::bigint[]));
create policy written on analysis.opening for update using (analysis = any ((select analysis.written())::bigint[]));

grant select, insert, update (last_number) on analysis.analysis to samverkan_app;
grant select, insert, update (sort, level, heard, title, words, source, version, changed_by, changed_at, removed_by, removed_at)
    on analysis.part to samverkan_app;
grant select, insert on analysis.figure, analysis.kept_text to samverkan_app;
grant select, insert, update (removed_by, removed_at) on analysis.link to samverkan_app;
grant select, insert, update (words, version, changed_by, changed_at) on analysis.answer to samverkan_app;
grant select, insert, update (ended_by, ended_at) on analysis.opening to samverkan_app;

-- Whoever reads an analysis reads what is said of it, and those it has been opened to may comment on it.
call discussion.open_kind('analysis', 'analysis.known()');
