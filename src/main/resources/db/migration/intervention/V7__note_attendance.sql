-- Who of a unit's staff takes part in a commission, by name for the unit itself and nobody else. Pupils are never named: there is no
-- role for them.
create table intervention.participant (
    id bigint generated always as identity primary key,
    commission bigint not null references intervention.commission,
    unit bigint not null references organisation.unit,
    name text not null check (length(trim(name)) between 1 and 200),
    role text not null check (role in ('LEADER', 'TEACHER', 'PRESCHOOL', 'AFTER_SCHOOL', 'PUPIL_HEALTH', 'OTHER')),
    of_group text not null default '' check (length(of_group) <= 100),
    is_left boolean not null default false,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create unique index participant_once on intervention.participant (commission, unit, lower(name)) where not is_left;

-- Who of them came to an occasion. Role and group stand as they were then.
create table intervention.attendance (
    occasion bigint not null references intervention.occasion,
    participant bigint not null references intervention.participant,
    unit bigint not null references organisation.unit,
    role text not null,
    of_group text not null default '',
    came boolean not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (occasion, participant)
);
create index attendance_by_unit on intervention.attendance (unit, occasion);

-- Whether a unit is one of those that a commission is for.
create function intervention.takes_part(of_commission bigint, wanted bigint) returns boolean language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select exists (select from intervention.commission_part p where p.commission = of_commission and wanted = any (p.units))
$$;

alter table intervention.participant enable row level security;
create policy own on intervention.participant for all
    using (unit = any ((select access.units_for('NOTE_ATTENDANCE'))::bigint[]))
    with check (unit = any ((select access.units_for('NOTE_ATTENDANCE'))::bigint[])
        and intervention.takes_part(commission, unit));
alter table intervention.attendance enable row level security;
create policy own on intervention.attendance for all
    using (unit = any ((select access.units_for('NOTE_ATTENDANCE'))::bigint[]))
    with check (unit = any ((select access.units_for('NOTE_ATTENDANCE'))::bigint[])
        and exists (select from intervention.occasion o where o.id = occasion and o.standing = 'HELD'));

-- How many came, by unit, role and group: what everybody but the unit itself knows of who was there. A provider counts all units of its
-- commissions, a case its own.
create function intervention.came(of_commission bigint)
    returns table (occasion bigint, unit bigint, unit_name text, role text, of_group text, expected int, came int)
    language sql stable security definer set search_path = intervention, pg_temp as $$
    select a.occasion, a.unit, u.name, a.role, a.of_group, count(*)::int, (count(*) filter (where a.came))::int
    from intervention.attendance a
    join intervention.occasion o on o.id = a.occasion and o.commission = of_commission
    join organisation.unit u on u.id = a.unit
    where of_commission = any ((select intervention.asked())::bigint[])
       or exists (select from intervention.commission_part p where p.commission = of_commission and a.unit = any (p.units)
            and p.partnership = any ((select partnership.known())::bigint[]))
    group by a.occasion, a.unit, u.name, a.role, a.of_group
    order by a.occasion, u.name collate "sv-SE-x-icu", a.role, a.of_group
$$;
-- Whether anybody has noted attendance at an occasion, whoever asks: then it is not cancelled.
create function intervention.is_noted(wanted bigint) returns boolean language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select exists (select from intervention.attendance a where a.occasion = wanted)
$$;
-- The units of a commission at which the actor notes who came.
create function intervention.noting_units(of_commission bigint) returns table (id bigint, name text)
    language sql stable security definer set search_path = intervention, pg_temp as $$
    select u.id, u.name from intervention.commission_part p join organisation.unit u on u.id = any (p.units)
    where p.commission = of_commission and u.id = any ((select access.units_for('NOTE_ATTENDANCE'))::bigint[])
    order by u.name collate "sv-SE-x-icu"
$$;

-- The names of who took part are of use while the commission lasts; then a number stands in their place, and the counts stay.
create function intervention.participants_at_rest(by_day date, most int) returns table (id bigint, title text, rested_on date)
    language sql stable security definer set search_path = intervention, pg_temp as $$
    select c.id, c.title, max((o.told_at at time zone 'Europe/Stockholm')::date)
    from intervention.commission c join intervention.occasion o on o.commission = c.id and o.told_at is not null
    where (select access.everywhere('DISPOSE_RECORDS')) and c.standing not in ('GIVEN', 'COUNTERED')
      and exists (select from intervention.participant p where p.commission = c.id and p.name !~ '^#\d+$')
    group by c.id, c.title
    having max((o.told_at at time zone 'Europe/Stockholm')::date) <= by_day order by 3, 1 limit most
$$;
create function intervention.dispose_participants(wanted bigint[]) returns void language sql security definer
    set search_path = intervention, pg_temp as $$
    update intervention.participant set name = '#' || id
    where (select access.everywhere('DISPOSE_RECORDS')) and commission = any (wanted)
$$;
insert into records.retention_rule (kind, years, reason, legal_ground) values
    ('commission-participants', 2, 'Namnen på dem som deltog behövs medan uppdraget följs upp. Antalet per roll och grupp bevaras.',
        'Dataskyddsförordningen artikel 5.1 e (lagringsminimering); arkivlagen (1990:782) 10 §');

grant select, insert, update, delete on intervention.participant, intervention.attendance to samverkan_app;
