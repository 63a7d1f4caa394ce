-- Money by the year of the decision, in kronor: what was decided, and what has been asked for, paid out, accounted for and paid back
-- of that. A decision or an entry is one organiser's.
create function agreement.tallies(cases bigint[]) returns table (topic text, row_key text, column_key text, value float8,
        contributors int)
    language sql stable security definer set search_path = agreement, pg_temp as $$
    with f as materialized (
        select f.id, f.organiser, f.amount, extract(year from f.decided_on)::int::text as year
        from partnership.tallied(cases) k (id) join agreement.funding f on f.partnership = k.id
    ), m as (
        select f.year, f.organiser, 'DECIDED' as kind, f.amount from f
        union all
        select f.year, f.organiser, e.kind, e.amount from f join agreement.funding_entry e on e.funding = f.id
        where e.withdrawn_at is null
    )
    select 'money', coalesce(m.year, '*'), m.kind, sum(m.amount) / 100.0, count(distinct m.organiser)::int
    from m group by grouping sets ((m.year, m.kind), (m.kind))
$$;
