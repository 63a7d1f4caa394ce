-- What providers have been asked for, by what sort of provider it is and what has become of it; and in kronor how much of the grants may
-- be invoiced for it, and is. A commission to several partnerships counts once.
create function intervention.tallies(cases bigint[]) returns table (topic text, row_key text, column_key text, value float8,
        contributors int)
    language sql stable security definer set search_path = intervention, pg_temp as $$
    with k as materialized (
        select k.id from partnership.tallied(cases) k (id)
    ), c as materialized (
        select c.id, c.standing, coalesce(o.provider_kind, o.kind) as provider, p.partnership, p.organiser
        from k join intervention.commission_part p on p.partnership = k.id
        join intervention.commission c on c.id = p.commission
        join organisation.organisation o on o.id = c.provider
    ), f as materialized (
        select f.id, f.amount, c.provider, c.organiser
        from k join intervention.commission_frame f on f.partnership = k.id
        join c on c.id = f.commission and c.partnership = f.partnership
    ), m as (
        select f.provider, f.organiser, 'FRAME' as kind, f.amount from f
        union all
        select f.provider, f.organiser, 'INVOICED', i.amount from f join intervention.commission_invoice i on i.frame = f.id
        where i.withdrawn_at is null
    )
    select 'commissions', coalesce(c.provider, '*'), coalesce(c.standing, '*'), count(distinct c.id)::float8,
        count(distinct c.organiser)::int
    from c group by cube (c.provider, c.standing)
    union all
    select 'commission-money', coalesce(m.provider, '*'), m.kind, sum(m.amount) / 100.0, count(distinct m.organiser)::int
    from m group by grouping sets ((m.provider, m.kind), (m.kind))
$$;
