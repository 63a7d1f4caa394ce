-- What is held of one person, for an extract (article 15 of the GDPR): past row-level security, and narrow, for those who
-- may make one. Never what would let somebody in: no digest, no key.

create function access.people_to_extract(letters text, most int) returns table (id bigint, name text, email text)
    language sql stable security definer set search_path = access, pg_temp as $$
    select p.id, p.name, p.email from access.person p
    where access.everywhere('EXTRACT_PERSON') and not p.service and p.pseudonymised_at is null
      and (position(lower(letters) in lower(p.name)) > 0 or position(lower(letters) in lower(p.email)) > 0)
    order by p.name collate "sv-x-icu", p.id limit most
$$;
create function access.person_to_extract(wanted bigint) returns table (name text, email text, language text, kept_by text,
        left_on date, created timestamptz)
    language sql stable security definer set search_path = access, pg_temp as $$
    select p.name, p.email, p.language::text, o.name, p.left_on, p.created_at
    from access.person p left join organisation.organisation o on o.id = p.organisation
    where p.id = wanted and not p.service and access.everywhere('EXTRACT_PERSON')
$$;
create function access.assignments_to_extract(wanted bigint) returns table (role text, place text, valid_from date,
        valid_to date)
    language sql stable security definer set search_path = access, pg_temp as $$
    select a.role, coalesce(u.name, r.name, o.name), a.valid_from, a.valid_to
    from access.assignment a
    left join organisation.organisation o on o.id = a.organisation
    left join organisation.unit u on u.id = a.unit
    left join organisation.area r on r.id = a.area
    where a.person = wanted and access.everywhere('EXTRACT_PERSON')
    order by a.valid_from, a.id
$$;
create function access.sessions_to_extract(wanted bigint) returns table (way text, agent text, begun timestamptz,
        seen timestamptz)
    language sql stable security definer set search_path = access, pg_temp as $$
    select s.way, s.agent, s.begun_at, s.seen_at from access.session s
    where s.person = wanted and access.everywhere('EXTRACT_PERSON') order by s.begun_at
$$;
create function access.ways_in_to_extract(wanted bigint) returns table (way text, label text, since timestamptz)
    language sql stable security definer set search_path = access, pg_temp as $$
    select * from (
        select 'PASSWORD', null::text, w.changed_at from access.password w where w.person = wanted
        union all select 'PASSKEY', k.label, k.created_at from access.passkey k where k.person = wanted
        union all select 'OIDC', i.issuer || ' ' || i.subject, i.linked_at from access.oidc_identity i where i.person = wanted
    ) held (way, label, since)
    where access.everywhere('EXTRACT_PERSON') order by 3
$$;
