-- The pulse of a unit as lists read it: its days as days and its steps as one text, not turned into them for four thousand units each time.
alter table partnership.unit_pulse
    alter column steps drop default,
    alter column steps type text using array_to_string(steps, ' '),
    alter column steps set default '',
    alter column heard type date using (heard at time zone 'Europe/Stockholm')::date;

create or replace function partnership.take_pulse(of_case bigint, of_unit bigint) returns void language plpgsql security definer
    set search_path = partnership, pg_temp as $$
begin
    insert into partnership.unit_pulse (partnership, unit) values (of_case, of_unit)
    on conflict (partnership, unit) do update set heard = unit_pulse.heard;
    update partnership.unit_pulse p
    set phase = coalesce(b.phase, ''), begun = b.day, steps = coalesce(s.steps, ''),
        heard = (greatest(b.made_at, s.at) at time zone 'Europe/Stockholm')::date
    from (select) one
    left join lateral (
        select x.phase, x.day, x.made_at from partnership.phase_begun x
        where x.partnership = of_case and x.unit = of_unit order by x.day desc, x.made_at desc limit 1
    ) b on true
    left join lateral (
        select max(x.made_at) as at, string_agg(x.step, ' ') filter (where x.phase = b.phase) as steps
        from partnership.step_done x
        where x.partnership = of_case and x.unit = of_unit
          and not exists (select from partnership.step_undone u where u.done = x.id)
    ) s on true
    where p.partnership = of_case and p.unit = of_unit;
end $$;

create or replace function partnership.unit_pulses() returns table (partnership bigint, unit bigint, name text, level text,
        standing text, phase text, begun date, steps text, heard date, head_since date, changed boolean)
    language sql stable security definer set search_path = partnership, pg_temp as $$
    with h as (
        select a.unit, max(a.valid_from) as since from access.assignment a
        where a.role = 'HEAD_TEACHER' and a.deleted_at is null and a.valid_from <= access.today()
          and a.unit in (select n.unit from partnership.participation n)
        group by a.unit having count(distinct a.person) > 1
    ), c as (
        select distinct x.predecessor as unit from organisation.succession x where x.deleted_at is null
    )
    select n.partnership, n.unit, u.name, n.level, n.standing, coalesce(b.phase, ''), b.begun, coalesce(b.steps, ''), b.heard, h.since,
        c.unit is not null or u.status = 'CLOSED' or u.organiser <> k.organiser
    from partnership.live_cases() k join partnership.participation n on n.partnership = k.id
    join organisation.unit u on u.id = n.unit
    left join partnership.unit_pulse b on b.partnership = n.partnership and b.unit = n.unit
    left join h on h.unit = n.unit left join c on c.unit = n.unit
$$;
