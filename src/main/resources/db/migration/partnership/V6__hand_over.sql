-- A handover (överlämning) from somebody who leaves a role in a case: what is decided, what is due, who is who, as it was
-- when it was made, and what the one who leaves wants to say. It is of the side that the role is of; the other side does
-- not see it. The successor reads it and says so; then it stands.
create table partnership.handover (
    id bigint generated always as identity primary key,
    partnership bigint not null references partnership.partnership,
    leaver bigint not null,
    role text not null,
    unit bigint references organisation.unit,
    agency_side boolean not null generated always as
        (role in ('PROGRAMME_OFFICER', 'PROCESS_FACILITATOR', 'ANALYST', 'RESEARCHER')) stored,
    last_day date,
    successor bigint,
    questions text not null default '',
    pack jsonb not null,
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    check (successor is distinct from leaver)
);
create index handover_by_partnership on partnership.handover (partnership);
create index handover_by_successor on partnership.handover (successor);

create table partnership.handover_read (
    handover bigint primary key references partnership.handover,
    person bigint not null default access.person(),
    read_at timestamptz not null default now()
);

-- Whether somebody has, or will have, a role in a case that the actor knows of.
create function partnership.has_part(wanted bigint, who bigint) returns boolean language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select exists (select from partnership.people(wanted) q
        where q.person = who and coalesce(q.valid_to, 'infinity') >= access.today())
$$;
create function partnership.had_role(wanted bigint, who bigint, as_role text, at_unit bigint) returns boolean
    language sql stable security definer set search_path = partnership, pg_temp as $$
    select exists (select from partnership.people(wanted) q
        where q.person = who and q.role = as_role and q.unit is not distinct from at_unit)
$$;
-- The handovers that the actor may make and follow as the one who staffs that side.
create function partnership.staffs_side(wanted bigint, of_agency boolean, at_unit bigint) returns boolean
    language sql stable security definer set search_path = partnership, pg_temp as $$
    select case when of_agency then wanted = any (partnership.run())
        else wanted = any (partnership.coordinated_for_organiser())
            or (at_unit = any (access.units_for('STAFF_UNIT')) and wanted = any (partnership.known())) end
$$;
create function partnership.is_read(wanted bigint) returns boolean language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select exists (select from partnership.handover_read where handover = wanted)
$$;

alter table partnership.handover enable row level security;
create policy concerned on partnership.handover for select using (
    access.person() in (leaver, successor, made_by) or partnership.staffs_side(partnership, agency_side, unit));
create policy made on partnership.handover for insert with check (
    made_by = access.person()
    and (leaver = access.person() or partnership.staffs_side(partnership, agency_side, unit))
    and partnership.had_role(partnership, leaver, role, unit)
    and (successor is null or partnership.has_part(partnership, successor)));
create policy followed on partnership.handover for update using (
    (access.person() in (leaver, made_by) or partnership.staffs_side(partnership, agency_side, unit))
    and not partnership.is_read(id))
    with check (successor is null or partnership.has_part(partnership, successor));

alter table partnership.handover_read enable row level security;
create policy concerned on partnership.handover_read for select using (
    exists (select from partnership.handover h where h.id = handover));
create policy read on partnership.handover_read for insert with check (
    person = access.person()
    and exists (select from partnership.handover h where h.id = handover and h.successor = access.person()));

grant select, insert, update (successor, questions, version) on partnership.handover to samverkan_app;
grant select, insert on partnership.handover_read to samverkan_app;

-- The two sides of the case of a handover, for the log: its successor may not know of the case until the own role begins.
create function partnership.handover_owners(wanted bigint) returns table (owner bigint, organiser bigint)
    language sql stable security definer set search_path = partnership, pg_temp as $$
    select p.owner_organisation, p.organiser from partnership.handover h
    join partnership.partnership p on p.id = h.partnership
    where h.id = wanted and access.person() in (h.leaver, h.successor, h.made_by)
$$;
