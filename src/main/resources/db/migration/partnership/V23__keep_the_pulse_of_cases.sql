-- What a list of many cases tells of each, beside the rows that it follows from and kept by them, so that a list of a thousand cases
-- reads what is and not all that was. Those rows are only ever added to. Nobody reads these tables but the functions below.
create table partnership.case_pulse (
    partnership bigint primary key references partnership.partnership,
    decided timestamptz not null
);
create table partnership.unit_pulse (
    partnership bigint not null references partnership.partnership,
    unit bigint not null references organisation.unit,
    phase text not null default '',
    begun date,
    steps text[] not null default '{}',
    heard timestamptz,
    primary key (partnership, unit)
);
alter table partnership.case_pulse enable row level security;
alter table partnership.unit_pulse enable row level security;

-- The phase that a unit is in, since when, what is done in it, and when something last happened. The row is held first and read for
-- afterwards, so that of two people who report a step at once the second sees what the first did.
create function partnership.take_pulse(of_case bigint, of_unit bigint) returns void language plpgsql security definer
    set search_path = partnership, pg_temp as $$
begin
    insert into partnership.unit_pulse (partnership, unit) values (of_case, of_unit)
    on conflict (partnership, unit) do update set heard = unit_pulse.heard;
    update partnership.unit_pulse p
    set phase = coalesce(b.phase, ''), begun = b.day, steps = coalesce(s.steps, '{}'), heard = greatest(b.made_at, s.at)
    from (select) one
    left join lateral (
        select x.phase, x.day, x.made_at from partnership.phase_begun x
        where x.partnership = of_case and x.unit = of_unit order by x.day desc, x.made_at desc limit 1
    ) b on true
    left join lateral (
        select max(x.made_at) as at, array_agg(x.step) filter (where x.phase = b.phase) as steps
        from partnership.step_done x
        where x.partnership = of_case and x.unit = of_unit
          and not exists (select from partnership.step_undone u where u.done = x.id)
    ) s on true
    where p.partnership = of_case and p.unit = of_unit;
end $$;

create function partnership.pulse_of_unit() returns trigger language plpgsql security definer
    set search_path = partnership, pg_temp as $$
begin
    perform partnership.take_pulse(new.partnership, new.unit);
    return null;
end $$;
create function partnership.pulse_of_undone() returns trigger language plpgsql security definer
    set search_path = partnership, pg_temp as $$
begin
    perform partnership.take_pulse(d.partnership, d.unit) from partnership.step_done d where d.id = new.done;
    return null;
end $$;
create function partnership.pulse_of_case() returns trigger language plpgsql security definer
    set search_path = partnership, pg_temp as $$
begin
    insert into partnership.case_pulse (partnership, decided) values (new.partnership, new.made_at)
    on conflict (partnership) do update set decided = greatest(case_pulse.decided, excluded.decided);
    return null;
end $$;
create trigger keeps_the_pulse after insert on partnership.phase_begun for each row execute function partnership.pulse_of_unit();
create trigger keeps_the_pulse after insert on partnership.step_done for each row execute function partnership.pulse_of_unit();
create trigger keeps_the_pulse after insert on partnership.step_undone for each row execute function partnership.pulse_of_undone();
create trigger keeps_the_pulse after insert on partnership.decision for each row execute function partnership.pulse_of_case();

insert into partnership.case_pulse (partnership, decided)
select partnership, max(made_at) from partnership.decision group by partnership;
select partnership.take_pulse(x.partnership, x.unit)
from (select partnership, unit from partnership.phase_begun union select partnership, unit from partnership.step_done) x;

create or replace function partnership.case_pulses() returns table (id bigint, owner bigint, organiser bigint, organiser_name text,
        variant text, variant_version int, cohort text, first_term int, standing text, decided date, director_since date,
        facilitators int, load int)
    language sql stable security definer set search_path = partnership, pg_temp as $$
    with k as materialized (select * from partnership.live_cases()),
    f as materialized (
        select distinct s.partnership, a.person from partnership.staffing s
        join k on k.id = s.partnership join access.assignment a on a.id = s.assignment
        where a.role = 'PROCESS_FACILITATOR' and a.deleted_at is null and a.valid_from <= access.today()
          and coalesce(a.valid_to, 'infinity') >= access.today()
    ), l as (select person, count(*) as cases from f group by person),
    led as (
        select f.partnership, count(*)::int as facilitators, max(l.cases)::int as load
        from f join l on l.person = f.person group by f.partnership
    ), c as (
        select a.organisation, max(a.valid_from) as since from access.assignment a
        where a.role = 'EDUCATION_DIRECTOR' and a.deleted_at is null and a.valid_from <= access.today()
          and a.organisation in (select k.organiser from k)
        group by a.organisation having count(distinct a.person) > 1
    )
    select p.id, p.owner_organisation, p.organiser, o.name, p.variant, p.variant_version, coalesce(t.name, ''),
        p.first_term, p.standing, (d.decided at time zone 'Europe/Stockholm')::date, c.since,
        coalesce(led.facilitators, 0), coalesce(led.load, 0)
    from k join partnership.partnership p on p.id = k.id
    join organisation.organisation o on o.id = p.organiser
    left join partnership.cohort t on t.id = p.cohort
    left join partnership.case_pulse d on d.partnership = p.id
    left join led on led.partnership = p.id left join c on c.organisation = p.organiser
    order by o.name collate "sv-SE-x-icu", p.id
$$;

-- The steps in one text, which is read more quickly than an array.
drop function partnership.unit_pulses();
create function partnership.unit_pulses() returns table (partnership bigint, unit bigint, name text, level text,
        standing text, phase text, begun date, steps text, heard date, head_since date, changed boolean)
    language sql stable security definer set search_path = partnership, pg_temp as $$
    with k as materialized (select * from partnership.live_cases()),
    n as materialized (select x.* from partnership.participation x join k on k.id = x.partnership),
    h as (
        select a.unit, max(a.valid_from) as since from access.assignment a
        where a.role = 'HEAD_TEACHER' and a.deleted_at is null and a.valid_from <= access.today()
          and a.unit in (select n.unit from n)
        group by a.unit having count(distinct a.person) > 1
    ), c as (
        select distinct x.predecessor as unit from organisation.succession x
        where x.deleted_at is null and x.predecessor in (select n.unit from n)
    )
    select n.partnership, n.unit, u.name, n.level, n.standing, coalesce(b.phase, ''), b.begun, coalesce(array_to_string(b.steps, ' '), ''),
        (b.heard at time zone 'Europe/Stockholm')::date, h.since,
        c.unit is not null or u.status = 'CLOSED' or u.organiser <> k.organiser
    from n join k on k.id = n.partnership join organisation.unit u on u.id = n.unit
    left join partnership.unit_pulse b on b.partnership = n.partnership and b.unit = n.unit
    left join h on h.unit = n.unit left join c on c.unit = n.unit
$$;
