-- Which programmes of a variant an organisation's figures are a part of, or have as parts: an organiser all of whose cases are one
-- office's is a part of that office's programme. It tells of organisations that are in somebody else's cases, so only functions of the
-- owner ask it.
create function partnership.programmes_beside(of_organisation bigint, of_variant text) returns table (office bigint, organiser bigint)
    language sql stable security definer set search_path = partnership, pg_temp as $$
    with p as materialized (
        select distinct owner_organisation as office, organiser from partnership.partnership
        where variant = of_variant and told_at is not null
    )
    select p.office, p.organiser from p
    where p.office <> p.organiser
      and not exists (select from p q where (q.organiser = p.organiser or q.office = p.organiser) and q.office <> p.office)
      and (p.office = of_organisation or p.office in (select q.office from p q where q.organiser = of_organisation))
$$;
revoke execute on function partnership.programmes_beside(bigint, text) from public;
