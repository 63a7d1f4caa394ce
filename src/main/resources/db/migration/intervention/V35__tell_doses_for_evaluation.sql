-- How much support units received between two days, in sums and never by name: for those who evaluate at the agency or office whose cases
-- the units took part in. An occasion counts on the day that the plan which holds says, else when it was told of.
create function intervention.doses(wanted bigint[], from_day date, until_day date)
    returns table (unit bigint, held int, noted int, hours double precision, dose double precision)
    language sql stable security definer set search_path = intervention, pg_temp as $$
    with held as (
        select distinct o.id, o.minutes / 60.0 as hours, u.unit
        from intervention.occasion o
        join intervention.commission_part p on p.commission = o.commission and (o.partnership is null or o.partnership = p.partnership)
        join partnership.partnership c on c.id = p.partnership
        cross join unnest(p.units) as u (unit)
        left join intervention.holding_line l on l.occasion = o.id
        where o.standing = 'HELD' and u.unit = any (wanted)
          and (coalesce(l.starts_at, o.told_at) at time zone 'Europe/Stockholm')::date between from_day and until_day
          and ((select access.everywhere('EVALUATE'))
              or c.owner_organisation = any ((select access.organisations_for('EVALUATE'))::bigint[]))),
    came as (
        select a.occasion, a.unit, count(*) filter (where a.came) / count(*)::double precision as share
        from intervention.attendance a where a.unit = any (wanted) group by a.occasion, a.unit)
    select h.unit, count(*)::int, count(n.share)::int, sum(h.hours)::double precision,
        coalesce(sum(h.hours * n.share), 0)::double precision
    from held h left join came n on n.occasion = h.id and n.unit = h.unit
    group by h.unit order by h.unit
$$;
