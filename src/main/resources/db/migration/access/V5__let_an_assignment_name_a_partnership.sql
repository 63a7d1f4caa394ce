-- A role in one partnership (a facilitator of an agency, a researcher of a university) names the partnership and no
-- organisation: it reaches that case and nothing else of the organisations in it.
create index assignment_by_partnership on access.assignment (partnership) where deleted_at is null;

-- The partnerships in which the actor holds a verb by an assignment that names them.
create function access.partnerships_for(wanted text) returns bigint[] language sql stable security definer
    set search_path = access, pg_temp as $$
    select coalesce(array_agg(distinct a.partnership), '{}')
    from access.assignment a
    join access.permission p on p.role = a.role and p.verb = wanted and p.reach = 'OWN'
    where a.person = access.person() and a.deleted_at is null and a.partnership is not null
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
$$;

-- What somebody may do today: everywhere (neither is named), within an organisation, or in one partnership.
drop function access.grants_of(bigint);
create function access.grants_of(wanted bigint) returns table (verb text, organisation bigint, partnership bigint)
    language sql stable security definer set search_path = access, pg_temp as $$
    select distinct p.verb, coalesce(a.organisation, u.organiser),
        case when coalesce(a.organisation, u.organiser) is null then a.partnership end
    from access.assignment a
    join access.permission p on p.role = a.role and p.reach = 'OWN'
    left join organisation.unit u on u.id = a.unit
    where a.person = wanted and a.deleted_at is null
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
$$;
