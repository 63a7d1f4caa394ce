-- The live roles of facilitators in the cases that the actor runs: who they are, and in which cases each has one.
create function partnership.facilitating() returns table (person bigint, partnership bigint) language sql stable
    security definer set search_path = partnership, pg_temp as $$
    select distinct a.person, s.partnership
    from partnership.staffing s join access.assignment a on a.id = s.assignment
    where a.role = 'PROCESS_FACILITATOR' and a.deleted_at is null and coalesce(a.valid_to, 'infinity') >= access.today()
      and s.partnership = any ((select partnership.run())::bigint[])
$$;
create function partnership.facilitators() returns table (person bigint, name text) language sql stable
    security definer set search_path = partnership, pg_temp as $$
    select f.person, n.name from (select distinct person from partnership.facilitating()) f
    cross join lateral access.names_of(array[f.person]) n
$$;
create function partnership.facilitated(who bigint) returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select coalesce(array_agg(f.partnership), '{}') from partnership.facilitating() f where f.person = who
$$;
