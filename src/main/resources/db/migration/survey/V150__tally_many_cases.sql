-- How many of the staff could take part and did, in all steps of a term together. Only what may be shown of a unit is kept at all.
create function survey.tallies(cases bigint[]) returns table (topic text, row_key text, column_key text, value float8,
        contributors int)
    language sql stable security definer set search_path = survey, pg_temp as $$
    with c as materialized (
        select s.unit, (extract(year from s.day)::int * 10 + case when extract(month from s.day) <= 6 then 1 else 4 end)::text as term,
            sum(n.people) as people, sum(n.took_part) as took_part
        from partnership.tallied(cases) k (id) join survey.step s on s.partnership = k.id
        join survey.step_count n on n.step = s.id
        group by 1, 2
    )
    select 'engagement', coalesce(c.term, '*'), k.name, sum(case k.name when 'COULD' then c.people else c.took_part end)::float8,
        count(distinct c.unit)::int
    from c, (values ('COULD'), ('TOOK_PART')) k (name)
    group by grouping sets ((c.term, k.name), (k.name))
$$;
