-- Causes of adopted analyses: those that stood when the newest version was adopted. What they are about is read as it is said now.
create function analysis.tallies(cases bigint[]) returns table (topic text, row_key text, column_key text, value float8,
        contributors int)
    language sql stable security definer set search_path = analysis, pg_temp as $$
    with c as materialized (
        select a.unit, p.sort, p.level
        from partnership.tallied(cases) k (id) join analysis.analysis a on a.partnership = k.id
        join (select v.analysis, max(v.made_at) as at from analysis.version v group by v.analysis) v on v.analysis = a.id
        join analysis.part p on p.analysis = a.id and p.kind = 'CAUSE' and p.made_at <= v.at
            and coalesce(p.removed_at, 'infinity') > v.at
    )
    select 'causes', coalesce(c.sort, '*'), coalesce(c.level, '*'), count(*)::float8, count(distinct c.unit)::int
    from c group by cube (c.sort, c.level)
$$;
