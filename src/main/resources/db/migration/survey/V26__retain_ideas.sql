-- What people wrote in idea rounds goes by its rule; what the groups were called and how many voted for each is kept. A round has
-- no day of closing, on purpose: it rests from the day on which it was made.
create function survey.ideas_at_rest(by_day date, most int) returns table (id bigint, title text, rested_on date)
    language sql stable security definer set search_path = survey, pg_temp as $$
    select r.id, r.question, r.made_on from survey.idea_round r
    where (select access.everywhere('DISPOSE_RECORDS')) and r.standing = 'CLOSED' and r.made_on <= by_day
      and exists (select from survey.idea i where i.round = r.id)
    order by r.made_on, r.id limit most
$$;
create function survey.dispose_ideas(wanted bigint[]) returns void language sql security definer
    set search_path = survey, pg_temp as $$
    delete from survey.idea i using survey.idea_round r
    where (select access.everywhere('DISPOSE_RECORDS')) and r.id = i.round and r.standing = 'CLOSED' and r.id = any (wanted)
$$;
insert into records.retention_rule (kind, years, reason, legal_ground) values
    ('ideas', 3, 'Idéer i egna ord är underlag för analysen så länge samverkan pågår. Grupperna och rösterna bevaras.',
        'Dataskyddsförordningen artikel 5.1 e (lagringsminimering); arkivlagen (1990:782) 10 §'),
    ('survey-results', null, 'Sammanställningen är underlag för analysen och pekar inte ut någon.', 'Arkivlagen (1990:782) 3 §');
