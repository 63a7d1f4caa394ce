-- What was removed can be taken back for 30 days: an idea, and a question that is not put any more. Nobody but those who lead the
-- round or run the survey sees it meanwhile; then it is gone. Of an idea only the day is kept, as of everything without a name.
alter table survey.idea add column removed_on date;
grant select (removed_on), update (removed_on) on survey.idea to samverkan_app;

create or replace function survey.round_by_code(wanted text) returns table (id bigint, question text, votes int, standing text,
        unit_name text, ideas int) language sql stable security definer set search_path = survey, pg_temp as $$
    select r.id, r.question, r.votes, r.standing, u.name,
        (select count(*)::int from survey.idea i where i.round = r.id and i.removed_on is null)
    from survey.idea_round r join organisation.unit u on u.id = r.unit where r.code = wanted
$$;

create table survey.removed_question (
    id bigint generated always as identity primary key,
    survey bigint not null references survey.survey on delete cascade,
    whole jsonb not null,
    removed_on date not null default access.today()
);
create index removed_question_by_survey on survey.removed_question (survey);
alter table survey.removed_question enable row level security;
create policy run on survey.removed_question for all using (survey = any ((select survey.run())::bigint[]));
grant select, insert (survey, whole), delete on survey.removed_question to samverkan_app;

create function survey.forget_removed(after_days int) returns void language sql security definer
    set search_path = survey, pg_temp as $$
    delete from survey.idea where removed_on < access.today() - after_days;
    delete from survey.removed_question where removed_on < access.today() - after_days;
$$;
