-- Lines of the log and signatures, for the extract of one person: also for the person.
create or replace function records.log_about_person(wanted bigint, most int) returns table (at timestamptz, what text,
        subject_type text, subject_id text, by_person boolean, "values" jsonb)
    language sql stable security definer set search_path = records, pg_temp as $$
    select e.at, e.what, e.subject_type, e.subject_id, e.person = wanted,
        case when e.subject_type = 'person' and e.subject_id = wanted::text then records.values_of(e) else '[]' end
    from records.audit_entry e
    where (select access.may_extract(wanted))
      and (e.person = wanted or (e.subject_type = 'person' and e.subject_id = wanted::text))
    order by e.at desc limit most
$$;
create or replace function records.signatures_of_person(wanted bigint) returns table (title text, mandate text,
        asked_at timestamptz, signed_at timestamptz)
    language sql stable security definer set search_path = records, pg_temp as $$
    select r.title, s.mandate, r.asked_at, g.signed_at
    from records.signatory s
    join records.signing_request r on r.id = s.request
    left join records.signature g on g.request = s.request and g.position = s.position
    where s.person = wanted and (select access.may_extract(wanted)) order by r.asked_at, g.version
$$;
