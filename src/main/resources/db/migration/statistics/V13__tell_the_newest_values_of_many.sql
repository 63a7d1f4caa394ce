-- The newest published value of a unit for an indicator, of the whole unit; for sums of rooms above. Asked for pair by pair: the first
-- unit with the first code, and so on. What is masked or missing has no value, and the one before it is told.
create function statistics.newest_values(units bigint[], codes text[]) returns table (unit bigint, code text, period int, value float8)
    language sql stable security definer set search_path = statistics, pg_temp as $$
    select w.unit, w.code, o.period, o.value
    from (select distinct * from unnest(units, codes) w (unit, code)) w
    join statistics.subject s on s.unit = w.unit
    join statistics.indicator i on i.code = w.code
    cross join lateral (
        select o.period, o.value from statistics.observation o
        where o.subject = s.id and o.indicator = i.id and o.breakdown = 0 and o.revised_by is null and o.value is not null
        order by o.period desc limit 1
    ) o
$$;
