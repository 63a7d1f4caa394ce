-- A person in many cases is looked up by place as well.
create index assignment_by_unit on access.assignment (unit) where deleted_at is null;

-- The units at which the actor holds a verb by a role at the unit itself.
create function access.units_for(wanted text) returns bigint[] language sql stable security definer
    set search_path = access, pg_temp as $$
    select coalesce(array_agg(distinct a.unit), '{}')
    from access.assignment a
    join access.permission p on p.role = a.role and p.verb = wanted and p.reach = 'OWN'
    where a.person = access.person() and a.deleted_at is null and a.unit is not null
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
$$;

-- Whether somebody can be given a role: a person who is here and stays.
create function access.is_here(wanted bigint, until date) returns boolean language sql stable security definer
    set search_path = access, pg_temp as $$
    select exists (
        select from access.person p
        where p.id = wanted and not p.service and p.deleted_at is null and p.pseudonymised_at is null
          and coalesce(p.left_on, 'infinity') >= greatest(until, access.today()))
$$;

-- Gives a role in a case. For the functions of the room of partnerships, which know who may: called by anybody else it
-- runs with the caller's own rights and the policies refuse it.
create function access.give_in_case(who bigint, as_role text, in_organisation bigint, at_unit bigint, in_case bigint,
        from_day date, to_day date) returns bigint language plpgsql as $$
declare
    given bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended('access.person', who));
    if not access.is_here(who, from_day) then
        raise exception 'nobody who is here' using errcode = 'check_violation';
    end if;
    insert into access.assignment (person, role, organisation, unit, partnership, valid_from, valid_to)
        values (who, as_role, in_organisation, at_unit, in_case, from_day, to_day) returning id into given;
    return given;
end $$;

-- Enters somebody who is to have a role in a case, kept by an organisation for which the actor staffs cases, with a
-- one-time link to come in by. Whoever has that address already is who is meant, and gets no link: a link to somebody
-- else's sign-in is never handed to the one who staffs.
create function access.enter_for_case(called text, address text, speaks char(2), kept_by bigint, link_digest bytea,
        lasting interval) returns table (person bigint, linked boolean)
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    known bigint;
begin
    if not (access.everywhere('RUN_PARTNERSHIP')
            or kept_by = any (access.organisations_for('RUN_PARTNERSHIP'))
            or kept_by = any (access.organisations_for('COORDINATE_PARTNERSHIP'))
            or kept_by = any (access.organisations_for('STAFF_UNIT'))) then
        raise exception 'not an organisation that the actor staffs cases for' using errcode = 'insufficient_privilege';
    end if;
    select p.id into known from access.person p where lower(p.email) = lower(address);
    if known is not null then
        return query select known, false;
        return;
    end if;
    insert into access.person (name, email, language, organisation) values (called, address, speaks, kept_by)
        returning id into known;
    insert into access.one_time_link (digest, person, made_by, expires_at)
        values (link_digest, known, access.person(), now() + lasting);
    return query select known, true;
end $$;
