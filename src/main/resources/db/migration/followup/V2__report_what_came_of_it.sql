-- An interim or final report of a plan: area by area what has become better, what was reached, what was not and why, and what is
-- expected; and where each intervention stands. It is drafted from the checkpoints, adopted by the unit and by the organiser, and
-- handed in as a document; what was decided of it are its deeds.
create table followup.report (
    id bigint generated always as identity primary key,
    plan bigint not null,
    partnership bigint not null,
    agency bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    kind text not null check (kind in ('INTERIM', 'FINAL')),
    term int not null,
    version int not null default 1,
    document bigint,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    changed_by bigint not null default access.person(),
    changed_at timestamptz not null default now(),
    unique (plan, kind, term),
    unique (id, unit)
);
create unique index final_report_once on followup.report (plan) where kind = 'FINAL';
create index report_by_partnership on followup.report (partnership);

create table followup.report_area (
    report bigint not null,
    area bigint not null,
    unit bigint not null,
    number int not null,
    title text not null,
    problem text not null default '',
    causes text not null default '',
    goals text not null default '',
    improvements text not null default '' check (length(improvements) <= 20000),
    attainment text not null default '' check (length(attainment) <= 20000),
    not_reached text not null default '' check (length(not_reached) <= 20000),
    effects text not null default '' check (length(effects) <= 20000),
    primary key (report, area),
    foreign key (report, unit) references followup.report (id, unit)
);

create table followup.report_intervention (
    report bigint not null,
    intervention bigint not null,
    unit bigint not null,
    area bigint not null,
    number int not null,
    title text not null,
    state text not null default '',
    dose text not null default '',
    words text not null default '' check (length(words) <= 20000),
    primary key (report, intervention),
    foreign key (report, unit) references followup.report (id, unit)
);

-- What deviated from the agreement or the funding decision when the organiser adopted the report; whoever hands it in may not read
-- the agreement.
create table followup.report_deviation (
    report bigint not null,
    number int not null,
    unit bigint not null,
    deviates_from date not null,
    what text not null,
    why text not null,
    answer text not null check (answer in ('ACCEPTED', 'NOT_ACCEPTED', 'WAITS')),
    primary key (report, number),
    foreign key (report, unit) references followup.report (id, unit)
);

create table followup.report_deed (
    id bigint generated always as identity primary key,
    report bigint not null,
    unit bigint not null,
    deed text not null check (deed in ('ADOPTED', 'APPROVED', 'SENT_BACK', 'HANDED_IN', 'REOPENED')),
    words text not null default '' check (length(words) <= 20000),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    foreign key (report, unit) references followup.report (id, unit),
    check (deed not in ('SENT_BACK', 'REOPENED') or length(trim(words)) > 0)
);
create index report_deed_by_report on followup.report_deed (report, id);

create function followup.keep_adopted() returns trigger language plpgsql as $$
begin
    if (select d.deed from followup.report_deed d where d.report = new.report order by d.id desc limit 1)
            in ('ADOPTED', 'APPROVED', 'HANDED_IN') then
        raise exception 'a report stands as it was adopted until it is opened again' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger adopted_reports before insert or update on followup.report_area
    for each row execute function followup.keep_adopted();
create trigger adopted_reports before insert or update on followup.report_intervention
    for each row execute function followup.keep_adopted();
create trigger deeds_stand before update or delete on followup.report_deed
    for each row execute function followup.forbid_change();

-- The units whose reports the actor decides on for the organiser.
create function followup.approved_units() returns bigint[] language sql stable security definer
    set search_path = followup, pg_temp as $$
    select coalesce(array_agg(u.id), '{}') from organisation.unit u
    where u.organiser = any ((select access.seen_organisers())::bigint[])
      and u.organiser = any ((select access.organisations_for('APPROVE_REPORTS'))::bigint[])
$$;

alter table followup.report enable row level security;
create policy known on followup.report for select using (unit = any ((select followup.known_units())::bigint[]));
create policy begun on followup.report for insert with check (
    made_by = access.person() and unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));
create policy written on followup.report for update using (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[])
    or unit = any ((select followup.approved_units())::bigint[]));

alter table followup.report_area enable row level security;
create policy known on followup.report_area for select using (unit = any ((select followup.known_units())::bigint[]));
create policy begun on followup.report_area for insert with check (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));
create policy written on followup.report_area for update using (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));

alter table followup.report_intervention enable row level security;
create policy known on followup.report_intervention for select using (
    unit = any ((select followup.known_units())::bigint[]));
create policy begun on followup.report_intervention for insert with check (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));
create policy written on followup.report_intervention for update using (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));

alter table followup.report_deviation enable row level security;
create policy known on followup.report_deviation for select using (
    unit = any ((select followup.known_units())::bigint[]));
create policy listed on followup.report_deviation for all using (
    unit = any ((select followup.approved_units())::bigint[]));

alter table followup.report_deed enable row level security;
create policy known on followup.report_deed for select using (unit = any ((select followup.known_units())::bigint[]));
create policy adopted on followup.report_deed for insert with check (
    made_by = access.person() and deed in ('ADOPTED', 'HANDED_IN', 'REOPENED')
    and unit = any ((select followup.units_for('CLOSE_FOLLOW_UP'))::bigint[]));
create policy approved on followup.report_deed for insert with check (
    made_by = access.person() and deed in ('APPROVED', 'SENT_BACK')
    and unit = any ((select followup.approved_units())::bigint[]));

grant select, insert, update (version, document, changed_by, changed_at) on followup.report to samverkan_app;
grant select, insert, update (improvements, attainment, not_reached, effects) on followup.report_area to samverkan_app;
grant select, insert, update (words) on followup.report_intervention to samverkan_app;
grant select, insert, delete on followup.report_deviation to samverkan_app;
grant select, insert on followup.report_deed to samverkan_app;

-- How the final reports of a case stand, for those who run it or answer for the organiser: whether each unit's is adopted, never what
-- it says.
create function followup.final_reports(of_partnership bigint) returns table (unit bigint, adopted boolean)
    language sql stable security definer set search_path = followup, pg_temp as $$
    select r.unit, coalesce((select d.deed from followup.report_deed d where d.report = r.id order by d.id desc limit 1), '')
        in ('APPROVED', 'HANDED_IN')
    from followup.report r
    where r.partnership = of_partnership and r.kind = 'FINAL'
      and (r.agency = any ((select access.organisations_for('READ_FOLLOW_UP'))::bigint[])
           or r.organiser = any ((select access.organisations_for('READ_FOLLOW_UP'))::bigint[]))
$$;

create function followup.notes_of_person(wanted bigint)
    returns table (title text, state text, words text, seen_on date) language sql stable security definer
    set search_path = followup, pg_temp as $$
    select s.title, n.state, n.words, n.seen_on from followup.sign_note n join followup.sign s on s.id = n.sign
    where access.may_extract(wanted) and n.made_by = wanted order by n.id
$$;

-- The goals of plans that hold with a published indicator, kept from the decision as signs are, so that whoever takes figures in finds
-- whom they concern without reading any plan; and for which periods those people have been told.
create table followup.watched_goal (
    goal bigint primary key,
    plan bigint not null,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    indicator text not null,
    since int not null,
    ended boolean not null default false
);
create index watched_goal_by_plan on followup.watched_goal (plan);
create table followup.goal_told (
    goal bigint not null references followup.watched_goal,
    period int not null,
    told_at timestamptz not null default now(),
    primary key (goal, period)
);
alter table followup.watched_goal enable row level security;
create policy known on followup.watched_goal for select using (unit = any ((select followup.known_units())::bigint[]));
create policy kept on followup.watched_goal for insert with check (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[])
    or (organiser = any ((select access.seen_organisers())::bigint[])
        and organiser = any ((select access.organisations_for('APPROVE_ACTION_PLAN'))::bigint[])));
create policy changed on followup.watched_goal for update using (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[])
    or (organiser = any ((select access.seen_organisers())::bigint[])
        and organiser = any ((select access.organisations_for('APPROVE_ACTION_PLAN'))::bigint[])));
alter table followup.goal_told enable row level security;
grant select, insert, update (indicator, since, ended) on followup.watched_goal to samverkan_app;

-- All goals that figures can come to, for the moment when figures have come; no words of any plan are among them.
create function followup.watched() returns table (goal bigint, plan bigint, organiser bigint, unit bigint, indicator text, since int)
    language sql stable security definer set search_path = followup, pg_temp as $$
    select w.goal, w.plan, w.organiser, w.unit, w.indicator,
        greatest(w.since, coalesce((select max(t.period) from followup.goal_told t where t.goal = w.goal), 0))
    from followup.watched_goal w where not w.ended
$$;
-- Says that a goal's people are told of a period; false where they were already.
create function followup.tell_goal(of_goal bigint, of_period int) returns boolean
    language sql security definer set search_path = followup, pg_temp as $$
    with told as (insert into followup.goal_told (goal, period) values (of_goal, of_period)
        on conflict do nothing returning 1)
    select exists (select from told)
$$;
-- Those whom a unit's follow-up concerns: its head teacher and working group; at the organiser's own level those who answer for it.
create function followup.people_of(of_unit bigint) returns table (person bigint)
    language sql stable security definer set search_path = followup, pg_temp as $$
    select distinct s.person from access.assignment s
    join access.permission m on m.role = s.role and m.verb = 'WRITE_FOLLOW_UP' and m.reach = 'OWN'
    join organisation.unit u on u.id = of_unit
    where (s.unit = of_unit or (u.kind = 'ORGANISER' and s.organisation = u.organiser and s.unit is null
            and s.area is null and s.partnership is null))
      and s.deleted_at is null and s.valid_from <= access.today() and coalesce(s.valid_to, 'infinity') >= access.today()
$$;
