-- Who somebody is and what they may do today, for making an actor of them: read before a person is named to the
-- database, so past row-level security, and narrow for that reason.

create function access.identity_of(wanted bigint) returns table (name text, language char(2))
    language sql stable security definer set search_path = access, pg_temp as $$
    select p.name, p.language from access.person p
    where p.id = wanted and coalesce(p.left_on, 'infinity') >= access.today() and p.pseudonymised_at is null
      and p.deleted_at is null
$$;

create function access.grants_of(wanted bigint) returns table (verb text, organisation bigint)
    language sql stable security definer set search_path = access, pg_temp as $$
    select distinct p.verb, coalesce(a.organisation, u.organiser)
    from access.assignment a
    join access.permission p on p.role = a.role and p.reach = 'OWN'
    left join organisation.unit u on u.id = a.unit
    where a.person = wanted and a.deleted_at is null
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
      and (a.organisation is not null or u.organiser is not null or a.partnership is null)
$$;

-- The service persons: the console runs commands, the system runs what nobody asked for (a nightly job).
with made as (
    insert into access.person (name, email, service) values ('console', '', true), ('system', '', true) returning id
)
insert into access.assignment (person, role, valid_from) select id, 'ADMINISTRATOR', date '2000-01-01' from made;

create function access.service_person(called text) returns bigint language sql stable security definer
    set search_path = access, pg_temp as $$
    select id from access.person where service and name = called
$$;

-- What people are called, for the pages that tell who did something; whoever has been given a pseudonym is told by the
-- last role held. Narrow for the reason above: a name says nothing of what its person may see.
create function access.names_of(wanted bigint[]) returns table (id bigint, name text, former_role text)
    language sql stable security definer set search_path = access, pg_temp as $$
    select p.id, p.name, case when p.pseudonymised_at is not null then (
        select a.role from access.assignment a where a.person = p.id
        order by a.valid_to desc nulls first, a.id desc limit 1) end
    from access.person p where p.id = any (wanted)
$$;

create function access.people_called(wanted text, most int) returns table (id bigint)
    language sql stable security definer set search_path = access, pg_temp as $$
    select p.id from access.person p where position(lower(wanted) in lower(p.name)) > 0 order by p.id limit most
$$;
