-- Whom to tell of something: those who hold a verb within an organisation today. Ids only; what they are told is made with
-- their own rights.
create function access.holders_of(wanted_verb text, within bigint) returns setof bigint
    language sql stable security definer set search_path = access, pg_temp as $$
    select distinct a.person
    from access.assignment a
    join access.permission m on m.role = a.role and m.verb = wanted_verb and m.reach = 'OWN'
    left join organisation.unit u on u.id = a.unit
    where coalesce(a.organisation, u.organiser) = within and a.deleted_at is null
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
      and access.may_come_in(a.person)
$$;
