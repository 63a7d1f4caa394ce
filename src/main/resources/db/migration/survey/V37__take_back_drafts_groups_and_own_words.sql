-- A survey that was removed before it was opened, an empty group of ideas, own words of a closed survey and a counted step can be
-- taken back for 30 days. Each lies in a table of its own meanwhile, so that nothing that reads surveys, groups or own words comes upon it.
create table survey.removed_draft (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    title text not null,
    question_set text not null,
    audience text not null,
    threshold int not null,
    last_day date not null,
    questions jsonb not null,
    removed_by bigint not null default access.person(),
    removed_on date not null default access.today()
);
create index removed_draft_by_partnership on survey.removed_draft (partnership);
alter table survey.removed_draft enable row level security;
create policy run on survey.removed_draft for all using (unit = any ((select survey.units_for('RUN_SURVEYS'))::bigint[]));
grant select, insert (partnership, organiser, unit, title, question_set, audience, threshold, last_day, questions), delete
    on survey.removed_draft to samverkan_app;

create table survey.removed_group (
    id bigint generated always as identity primary key,
    round bigint not null references survey.idea_round on delete cascade,
    name text not null,
    removed_on date not null default access.today()
);
create index removed_group_by_round on survey.removed_group (round);
alter table survey.removed_group enable row level security;
create policy led on survey.removed_group for all using (round = any ((select survey.rounds_led())::bigint[]));
grant select, insert (round, name), delete on survey.removed_group to samverkan_app;

-- Only a day is kept of when own words were removed, as of everything without a name, and not who removed them beside them.
create table survey.removed_voice (
    id uuid primary key,
    survey bigint not null references survey.survey on delete cascade,
    questions int not null,
    question text not null,
    words text not null,
    removed_on date not null default access.today()
);
create index removed_voice_by_survey on survey.removed_voice (survey);
alter table survey.removed_voice enable row level security;
create policy run on survey.removed_voice for select using (survey = any ((select survey.run())::bigint[]));
grant select on survey.removed_voice to samverkan_app;

create table survey.removed_step (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    name text not null,
    day date not null,
    counts jsonb not null,
    removed_on date not null default access.today()
);
create index removed_step_by_unit on survey.removed_step (partnership, unit);
alter table survey.removed_step enable row level security;
create policy kept on survey.removed_step for all using (unit = any ((select survey.units_for('KEEP_STAFF_LIST'))::bigint[]));
grant select, insert (partnership, organiser, unit, name, day, counts), delete on survey.removed_step to samverkan_app;

create or replace function survey.remove_voice(wanted uuid) returns bigint
    language sql security definer set search_path = survey, pg_temp as $$
    with gone as (
        delete from survey.voice v using survey.survey s
        where v.id = wanted and s.id = v.survey and s.standing = 'CLOSED' and s.id = any ((select survey.run())::bigint[])
        returning v.*
    )
    insert into survey.removed_voice (id, survey, questions, question, words)
    select id, survey, questions, question, words from gone returning survey
$$;
create function survey.take_voice_back(wanted uuid) returns bigint
    language sql security definer set search_path = survey, pg_temp as $$
    with back as (
        delete from survey.removed_voice r
        where r.id = wanted and r.removed_on >= access.today() - 30 and r.survey = any ((select survey.run())::bigint[])
        returning r.*
    )
    insert into survey.voice (id, survey, questions, question, words)
    select id, survey, questions, question, words from back returning survey
$$;

create or replace function survey.forget_removed(after_days int) returns void language sql security definer
    set search_path = survey, pg_temp as $$
    delete from survey.idea where removed_on < access.today() - after_days;
    delete from survey.removed_question where removed_on < access.today() - after_days;
    delete from survey.removed_draft where removed_on < access.today() - after_days;
    delete from survey.removed_group where removed_on < access.today() - after_days;
    delete from survey.removed_step where removed_on < access.today() - after_days;
    delete from survey.removed_voice v using survey.survey s
    where s.id = v.survey and (v.removed_on < access.today() - after_days
        or s.audience <> 'STAFF' and s.closed_on < access.today() - 30);
$$;
