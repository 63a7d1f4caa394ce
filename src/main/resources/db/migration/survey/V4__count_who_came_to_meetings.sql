-- Which of these people, step by step, are in which work team of a unit: for steps whose attendance another room keeps. They are
-- found on the staff list by their mail addresses; neither names nor addresses come out.
drop function survey.took_part(bigint, text[]);
create function survey.took_part(of_unit bigint, steps int[], persons bigint[])
        returns table (step int, team text, people int)
    language sql stable security definer set search_path = survey, pg_temp as $$
    select t.step, s.team, count(distinct s.id)::int
    from unnest(steps, persons) as t(step, person)
    join access.person p on p.id = t.person and p.email <> ''
    join survey.staff s on lower(s.email) = lower(p.email)
    where s.unit = of_unit and s.pedagogical and of_unit = any ((select survey.units_for('READ_ENGAGEMENT'))::bigint[])
    group by t.step, s.team
$$;
