-- How many voices have been heard in each case since a day, for whoever leads its meetings, runs it or coordinates it. Counts of whole
-- cases, of surveys that enough answered and of idea rounds that are closed: not at which unit, and nothing of what was said.
create function survey.heard(since date) returns table (partnership bigint, surveys int, answers int, rounds int)
    language sql stable security definer set search_path = survey, pg_temp as $$
    with mine as (select distinct unnest((select partnership.coordinated())
        || (select access.partnerships_for('LEAD_MEETINGS'))) as id),
    asked as (
        select s.partnership, count(*)::int as surveys, sum((r.whole ->> 'answers')::int)::int as answers
        from mine join survey.survey s on s.partnership = mine.id join survey.result r on r.survey = s.id
        where s.closed_on >= since and (r.whole ->> 'answers')::int >= s.threshold group by s.partnership),
    gathered as (
        select i.partnership, count(*)::int as rounds from mine join survey.idea_round i on i.partnership = mine.id
        where i.standing = 'CLOSED' and i.made_on >= since group by i.partnership)
    select coalesce(a.partnership, g.partnership), coalesce(a.surveys, 0), coalesce(a.answers, 0), coalesce(g.rounds, 0)
    from asked a full join gathered g on g.partnership = a.partnership
$$;
