-- Where somebody stands on a list of staff, for the extract of one person: also for the person.
create or replace function survey.staff_of_person(wanted bigint) returns table (name text, email text, team text, unit text)
    language sql stable security definer set search_path = survey, pg_temp as $$
    select s.name, s.email, s.team, u.name from survey.staff s join organisation.unit u on u.id = s.unit
    join access.person p on lower(p.email) = lower(s.email)
    where (select access.may_extract(wanted)) and p.id = wanted and p.email <> ''
$$;
