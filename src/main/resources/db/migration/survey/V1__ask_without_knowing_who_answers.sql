grant usage on schema survey to samverkan_app;

-- The units at which the actor holds a verb: by a role at the unit, in an area that the unit lies in, in the whole
-- organisation, or everywhere. A role at one unit of an organiser gives nothing at the others.
create function survey.units_for(wanted text) returns bigint[] language sql stable security definer
    set search_path = survey, pg_temp as $$
    select coalesce(array_agg(distinct u.id), '{}')
    from access.assignment a
    join access.permission p on p.role = a.role and p.verb = wanted and p.reach = 'OWN'
    join organisation.unit u on u.id = a.unit
        or (a.unit is null and a.area is null and u.organiser = a.organisation)
        or (a.area is not null and exists (
            select from organisation.area_unit au where au.area = a.area and au.unit = u.id))
        or (a.organisation is null and a.unit is null and a.area is null and a.partnership is null)
    where a.person = access.person() and a.deleted_at is null
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
$$;

-- A survey (enkät) of a unit in a partnership. It belongs to the organiser and is its unit's. While it is a draft it can be
-- changed at will; what is changed after answers have come is a new version of the questions.
create table survey.survey (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    owner_organisation bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    title text not null check (length(trim(title)) between 1 and 200),
    question_set text not null,
    audience text not null check (audience in ('STAFF', 'PUPILS_YOUNGER', 'PUPILS_OLDER', 'GUARDIANS')),
    threshold int not null check (threshold between 5 and 1000),
    last_day date not null,
    code text not null unique check (code ~ '^[a-z2-9]{8}$'),
    standing text not null default 'DRAFT' check (standing in ('DRAFT', 'OPEN', 'CLOSED')),
    opened_on date,
    closed_on date,
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    check (owner_organisation = organiser),
    check ((standing = 'CLOSED') = (closed_on is not null))
);
create index survey_by_partnership on survey.survey (partnership);

-- Its questions, version by version; none is changed once the survey has been opened.
create table survey.questions (
    survey bigint not null references survey.survey,
    number int not null check (number > 0),
    whole jsonb not null,
    primary key (survey, number)
);

-- What somebody has answered. Nothing here says who, from where or when: a random id that the form carried, so that a form
-- that is sent twice counts once. Own words lie apart, so that they are not read together with what the same person chose.
-- Nobody reads these rows through the application, not even those whose survey it is: only sums come out of them, once,
-- when it is closed, and then they are gone.
create table survey.answer (
    id uuid primary key,
    survey bigint not null references survey.survey,
    questions int not null,
    of_group text not null default '',
    chosen jsonb not null,
    again boolean not null
);
create index answer_by_survey on survey.answer (survey);
create table survey.voice (
    id uuid primary key default gen_random_uuid(),
    survey bigint not null references survey.survey,
    questions int not null,
    question text not null,
    words text not null check (length(words) between 1 and 4000)
);
create index voice_by_survey on survey.voice (survey);

-- What a survey came to when it was closed: only what may be shown.
create table survey.result (
    survey bigint primary key references survey.survey,
    whole jsonb not null,
    closed_by bigint not null default access.person()
);
-- What those who read the children's or the guardians' own words say that they told of, in words of their own.
create table survey.summary (
    survey bigint primary key references survey.survey,
    words text not null,
    version int not null default 0,
    made_by bigint not null default access.person()
);

alter table survey.survey enable row level security;
create policy seen on survey.survey for select using (unit = any ((select survey.units_for('READ_SURVEYS'))::bigint[]));
create policy run on survey.survey for all using (unit = any ((select survey.units_for('RUN_SURVEYS'))::bigint[]));

-- The surveys that the actor reads, and those that the actor runs.
create function survey.read() returns bigint[] language sql stable security definer set search_path = survey, pg_temp as $$
    select coalesce(array_agg(s.id), '{}') from survey.survey s
    where s.unit = any ((select survey.units_for('READ_SURVEYS'))::bigint[])
$$;
create function survey.run() returns bigint[] language sql stable security definer set search_path = survey, pg_temp as $$
    select coalesce(array_agg(s.id), '{}') from survey.survey s
    where s.unit = any ((select survey.units_for('RUN_SURVEYS'))::bigint[])
$$;

alter table survey.questions enable row level security;
create policy seen on survey.questions for select using (survey = any ((select survey.read())::bigint[]));
create policy run on survey.questions for all using (survey = any ((select survey.run())::bigint[]));
alter table survey.result enable row level security;
create policy seen on survey.result for select using (survey = any ((select survey.read())::bigint[]));
create policy run on survey.result for insert with check (survey = any ((select survey.run())::bigint[]));
alter table survey.summary enable row level security;
create policy seen on survey.summary for select using (survey = any ((select survey.read())::bigint[]));
create policy run on survey.summary for all using (survey = any ((select survey.run())::bigint[]));
-- Without a policy nobody reaches a row: these two are reached by the functions below and in no other way.
alter table survey.answer enable row level security;
alter table survey.voice enable row level security;

grant select, insert (partnership, owner_organisation, organiser, unit, title, question_set, audience, threshold,
    last_day, code), update (title, threshold, last_day, standing, opened_on, version), delete on survey.survey to samverkan_app;
grant select, insert, update (whole), delete on survey.questions to samverkan_app;
grant select on survey.result to samverkan_app;
grant select, insert (survey, words), update (words, version) on survey.summary to samverkan_app;

-- What somebody with the link meets. Nobody else learns from it that there is a survey.
create function survey.by_code(wanted text) returns table (id bigint, title text, audience text, is_open boolean,
        last_day date, threshold int, number int, whole jsonb, unit_name text, organiser_name text)
    language sql stable security definer set search_path = survey, pg_temp as $$
    select s.id, s.title, s.audience, s.standing = 'OPEN' and s.last_day >= access.today(), s.last_day, s.threshold,
        q.number, q.whole, u.name, o.name
    from survey.survey s
    join organisation.unit u on u.id = s.unit join organisation.organisation o on o.id = s.organiser
    join survey.questions q on q.survey = s.id
        and q.number = (select max(number) from survey.questions n where n.survey = s.id)
    where s.code = wanted and s.standing <> 'DRAFT'
$$;
create function survey.questions_by_code(wanted text, of_number int) returns jsonb
    language sql stable security definer set search_path = survey, pg_temp as $$
    select q.whole from survey.questions q join survey.survey s on s.id = q.survey
    where s.code = wanted and s.standing <> 'DRAFT' and q.number = of_number
$$;

-- Takes an answer, if the survey is open. The lock is shared by all who answer, leaves no trace in any row, and keeps the
-- survey from being closed between the question and the answer.
create function survey.answer(to_code text, form uuid, on_questions int, in_group text, what jsonb, from_same boolean,
        own_words jsonb) returns text language plpgsql security definer set search_path = survey, pg_temp as $$
declare
    found_id bigint;
    taken int;
begin
    select s.id into found_id from survey.survey s where s.code = to_code and s.standing <> 'DRAFT';
    if found_id is null then
        return 'UNKNOWN';
    end if;
    perform pg_advisory_xact_lock_shared(hashtextextended('survey.survey', found_id));
    perform from survey.survey s where s.id = found_id and s.standing = 'OPEN' and s.last_day >= access.today();
    if not found then
        return 'CLOSED';
    end if;
    perform from survey.questions q where q.survey = found_id and q.number = on_questions;
    if not found then
        return 'UNKNOWN';
    end if;
    insert into survey.answer (id, survey, questions, of_group, chosen, again)
        values (form, found_id, on_questions, in_group, what, from_same) on conflict (id) do nothing;
    get diagnostics taken = row_count;
    if taken = 1 then
        insert into survey.voice (survey, questions, question, words)
            select found_id, on_questions, w.key, w.value from jsonb_each_text(own_words) w;
    end if;
    return 'TAKEN';
end $$;

-- How many have answered.
create function survey.answers(wanted bigint[]) returns table (survey bigint, answers int)
    language sql stable security definer set search_path = survey, pg_temp as $$
    select a.survey, count(*)::int from survey.answer a
    where a.survey = any (wanted) and a.survey = any ((select survey.read())::bigint[]) group by a.survey
$$;
-- Whether a survey is open past its last day: then it is closed at night, by nobody in particular.
create function survey.is_over(wanted bigint) returns boolean language sql stable security definer
    set search_path = survey, pg_temp as $$
    select exists (select from survey.survey s where s.id = wanted and s.standing = 'OPEN' and s.last_day < access.today())
$$;
create function survey.over() returns table (id bigint, organiser bigint, title text)
    language sql stable security definer set search_path = survey, pg_temp as $$
    select s.id, s.organiser, s.title from survey.survey s where survey.is_over(s.id) order by s.id
$$;

-- The sums of a survey, for the moment in which it is closed: how many answered each question, and each choice, by version
-- and group.
create function survey.sums(wanted bigint) returns table (version int, question text, of_group text, choice text,
        people int) language sql stable security definer set search_path = survey, pg_temp as $$
    with a as (
        select * from survey.answer where survey = wanted
          and (wanted = any ((select survey.run())::bigint[]) or survey.is_over(wanted))
    )
    select a.questions, c.key, a.of_group, '', count(*)::int from a cross join lateral jsonb_each(a.chosen) c
    group by 1, 2, 3
    union all
    select a.questions, c.key, a.of_group, e.choice, count(*)::int
    from a cross join lateral jsonb_each(a.chosen) c cross join lateral jsonb_array_elements_text(c.value) e (choice)
    group by 1, 2, 3, 4
$$;

-- What the closing needs to know beside the sums: the threshold and how many answered, how many of them again. It holds the
-- survey until the transaction ends, so that no answer comes between.
create function survey.begin_closing(wanted bigint) returns table (standing text, threshold int, version int, answers int,
        again int) language plpgsql security definer set search_path = survey, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('survey.survey', wanted));
    return query select s.standing, s.threshold, s.version,
        (select count(*)::int from survey.answer a where a.survey = s.id),
        (select count(*)::int from survey.answer a where a.survey = s.id and a.again)
    from survey.survey s
    where s.id = wanted and (s.id = any ((select survey.run())::bigint[]) or survey.is_over(s.id));
end $$;
create function survey.questions_to_close(wanted bigint) returns table (number int, whole jsonb)
    language sql stable security definer set search_path = survey, pg_temp as $$
    select q.number, q.whole from survey.questions q where q.survey = wanted
      and (wanted = any ((select survey.run())::bigint[]) or survey.is_over(wanted))
$$;

-- Closes a survey: what may be shown of it is kept, every answer is deleted, and own words stay only where enough have
-- answered. Done once.
create function survey.close(wanted bigint, came_to jsonb) returns boolean
    language plpgsql security definer set search_path = survey, pg_temp as $$
declare
    answered int;
    least int;
begin
    perform pg_advisory_xact_lock(hashtextextended('survey.survey', wanted));
    select s.threshold into least from survey.survey s
    where s.id = wanted and s.standing = 'OPEN' and (s.id = any (survey.run()) or survey.is_over(s.id));
    if least is null then
        return false;
    end if;
    select count(*) into answered from survey.answer where survey = wanted;
    insert into survey.result (survey, whole) values (wanted, came_to);
    delete from survey.answer where survey = wanted;
    if answered < least then
        delete from survey.voice where survey = wanted;
    end if;
    update survey.survey set standing = 'CLOSED', closed_on = access.today(), version = version + 1 where id = wanted;
    return true;
end $$;

-- Own words of a closed survey, in an order that tells nothing. What staff wrote is read by all who read the survey; what
-- children and guardians wrote by those who run it only.
create function survey.voices(wanted bigint) returns table (id uuid, question text, number int, words text)
    language sql volatile security definer set search_path = survey, pg_temp as $$
    select v.id, v.question, v.questions, v.words
    from survey.voice v join survey.survey s on s.id = v.survey
    where s.id = wanted and s.standing = 'CLOSED'
      and (s.id = any ((select survey.run())::bigint[])
        or (s.audience = 'STAFF' and s.id = any ((select survey.read())::bigint[])))
    order by gen_random_uuid()
$$;
create function survey.remove_voice(wanted uuid) returns bigint
    language sql security definer set search_path = survey, pg_temp as $$
    delete from survey.voice v using survey.survey s
    where v.id = wanted and s.id = v.survey and s.standing = 'CLOSED' and s.id = any ((select survey.run())::bigint[])
    returning s.id
$$;

-- Every night the answers are written anew in an order of chance, in one transaction: then neither their place in the table
-- nor the number of the transaction that wrote them says in which order they came. What children and guardians wrote is
-- deleted 30 days after the survey was closed.
create function survey.tidy() returns void language plpgsql security definer set search_path = survey, pg_temp as $$
begin
    delete from survey.voice v using survey.survey s
    where s.id = v.survey and s.audience <> 'STAFF' and s.closed_on < access.today() - 30;
    lock table survey.answer, survey.voice in share row exclusive mode;
    with gone as (delete from survey.answer returning *)
    insert into survey.answer select * from gone order by gen_random_uuid();
    with gone as (delete from survey.voice returning *)
    insert into survey.voice select * from gone order by gen_random_uuid();
end $$;

-- The own words of staff in a survey that was closed long ago, for those who dispose of records.
create function survey.voices_at_rest(by_day date, most int) returns table (id bigint, title text, rested_on date)
    language sql stable security definer set search_path = survey, pg_temp as $$
    select s.id, s.title, s.closed_on from survey.survey s
    where (select access.everywhere('DISPOSE_RECORDS')) and s.standing = 'CLOSED' and s.closed_on <= by_day
      and exists (select from survey.voice v where v.survey = s.id)
    order by s.closed_on, s.id limit most
$$;
create function survey.dispose_voices(wanted bigint[]) returns void
    language sql security definer set search_path = survey, pg_temp as $$
    delete from survey.voice v using survey.survey s
    where (select access.everywhere('DISPOSE_RECORDS')) and s.id = v.survey and s.standing = 'CLOSED' and s.id = any (wanted)
$$;
insert into records.retention_rule (kind, years, reason, legal_ground) values
    ('survey-voices', 3, 'Det personalen skrev med egna ord är underlag för analysen så länge samverkan pågår. Sammanställningen bevaras.',
        'Dataskyddsförordningen artikel 5.1 e (lagringsminimering); arkivlagen (1990:782) 10 §');
