-- The follow-up of a plan is opened to named people of the other side until a day, or until its head teacher ends it: they read and
-- comment, and write nothing in it.
create table followup.opening (
    id bigint generated always as identity primary key,
    plan bigint not null,
    person bigint not null references access.person,
    until date not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    ended_by bigint,
    ended_at timestamptz
);
create unique index opened_once on followup.opening (plan, person) where ended_at is null;
create index opening_by_person on followup.opening (person) where ended_at is null;

-- Where a plan that is followed up belongs, past row-level security.
create function followup.place_of(of_plan bigint) returns table (partnership bigint, organiser bigint, unit bigint)
    language sql stable security definer set search_path = followup, pg_temp as $$
    select p.partnership, p.organiser, p.unit from (
        select a.partnership, a.organiser, a.unit from followup.awaited a where a.plan = of_plan
        union all select s.partnership, s.organiser, s.unit from followup.sign s where s.plan = of_plan
        union all select c.partnership, c.organiser, c.unit from followup.checkpoint c where c.plan = of_plan) p limit 1
$$;

-- Those opened to the actor, who still has a role in the partnership or at the agency.
create function followup.opened() returns bigint[] language sql stable security definer
    set search_path = followup, pg_temp as $$
    select coalesce(array_agg(o.plan), '{}') from followup.opening o
    cross join lateral followup.place_of(o.plan) w join partnership.partnership p on p.id = w.partnership
    where o.person = access.person() and o.ended_at is null and o.until >= access.today()
      and (p.id = any ((select access.partnerships_for('READ_FOLLOW_UP'))::bigint[])
           or p.owner_organisation = any ((select access.organisations_for('READ_FOLLOW_UP'))::bigint[]))
$$;

-- The plans whose follow-up the actor reads.
create function followup.known() returns bigint[] language sql stable security definer
    set search_path = followup, pg_temp as $$
    select (select followup.opened()) || (select coalesce(array_agg(distinct w.plan), '{}') from (
        select plan, unit from followup.awaited union select plan, unit from followup.sign
        union select plan, unit from followup.checkpoint) w
        where w.unit = any ((select followup.known_units())::bigint[]))
$$;

-- The people of the other side, in the partnership or at the agency, to whom the actor can open a follow-up.
create function followup.supporters(wanted bigint) returns table (id bigint, name text, roles text[])
    language sql stable security definer set search_path = followup, pg_temp as $$
    select p.id, p.name, array_agg(distinct s.role order by s.role)
    from followup.place_of(wanted) w join partnership.partnership c on c.id = w.partnership
    join access.assignment s on s.partnership = c.id or s.organisation = c.owner_organisation
    join access.role r on r.role = s.role and r.side in ('AGENCY', 'PROVIDER')
    join access.permission m on m.role = s.role and m.verb = 'READ_FOLLOW_UP' and m.reach = 'OWN'
    join access.person p on p.id = s.person
    where w.unit = any (followup.units_for('CLOSE_FOLLOW_UP')) and not p.service
      and p.deleted_at is null and p.pseudonymised_at is null and coalesce(p.left_on, 'infinity') >= access.today()
      and s.deleted_at is null and s.valid_from <= access.today() and coalesce(s.valid_to, 'infinity') >= access.today()
    group by p.id, p.name
    order by p.name collate "sv-SE-x-icu", p.id
$$;

create function followup.unit_of(of_plan bigint) returns bigint language sql stable security definer
    set search_path = followup, pg_temp as $$ select w.unit from followup.place_of(of_plan) w $$;

alter table followup.opening enable row level security;
create policy known on followup.opening for select using (plan = any ((select followup.known())::bigint[]));
create policy added on followup.opening for insert with check (
    made_by = access.person() and followup.unit_of(plan) = any ((select followup.units_for('CLOSE_FOLLOW_UP'))::bigint[]));
create policy ended on followup.opening for update using (
    followup.unit_of(plan) = any ((select followup.units_for('CLOSE_FOLLOW_UP'))::bigint[]));
grant select, insert, update (ended_by, ended_at) on followup.opening to samverkan_app;

-- Whom it is opened to reads what the unit's own people read.
create policy opened on followup.sign for select using (plan = any ((select followup.opened())::bigint[]));
create policy opened on followup.sign_note for select using (exists (
    select from followup.sign s where s.id = sign and s.plan = any ((select followup.opened())::bigint[])));
create policy opened on followup.checkpoint for select using (plan = any ((select followup.opened())::bigint[]));
create policy opened on followup.checkpoint_sign for select using (exists (
    select from followup.checkpoint c where c.id = checkpoint and c.plan = any ((select followup.opened())::bigint[])));
create policy opened on followup.checkpoint_intervention for select using (exists (
    select from followup.checkpoint c where c.id = checkpoint and c.plan = any ((select followup.opened())::bigint[])));
create policy opened on followup.checkpoint_deed for select using (exists (
    select from followup.checkpoint c where c.id = checkpoint and c.plan = any ((select followup.opened())::bigint[])));
create policy opened on followup.follow_on for select using (exists (
    select from followup.checkpoint c where c.id = checkpoint and c.plan = any ((select followup.opened())::bigint[])));
create policy opened on followup.own_figure for select using (plan = any ((select followup.opened())::bigint[]));
create policy opened on followup.report for select using (plan = any ((select followup.opened())::bigint[]));
create policy opened on followup.report_area for select using (exists (
    select from followup.report r where r.id = report and r.plan = any ((select followup.opened())::bigint[])));
create policy opened on followup.report_intervention for select using (exists (
    select from followup.report r where r.id = report and r.plan = any ((select followup.opened())::bigint[])));
create policy opened on followup.report_deed for select using (exists (
    select from followup.report r where r.id = report and r.plan = any ((select followup.opened())::bigint[])));

-- Whoever reads a follow-up reads what is said of it, and those it has been opened to may comment on it.
call discussion.open_kind('followup', 'followup.known()');
