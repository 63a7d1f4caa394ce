-- Retention and disposal (bevarande och gallring): how long each kind of thing is kept and why, as data; and disposal by
-- two people, after a list of what will go.

-- How long a kind is kept: so many years after it came to rest, or for ever (bevaras) where no years are given.
create table records.retention_rule (
    kind text primary key,
    years int check (years between 1 and 200),
    reason text not null check (length(trim(reason)) > 0),
    legal_ground text not null check (length(trim(legal_ground)) > 0),
    version int not null default 0,
    decided_by bigint,
    decided_at timestamptz
);
insert into records.retention_rule (kind, years, reason, legal_ground) values
    ('log-values', 10, 'Vem som gjorde vad behövs för insyn och ansvar. Namn och värden behövs inte lika länge som kedjan, som bevaras.',
        'Dataskyddsförordningen artikel 5.1 e (lagringsminimering); arkivlagen (1990:782) 10 §'),
    ('signed-document', null, 'En undertecknad handling är parternas bevis.', 'Arkivlagen (1990:782) 3 §');

-- A list of what will go, made by one person and decided by another.
create table records.disposal_proposal (
    id bigint generated always as identity primary key,
    kind text not null references records.retention_rule,
    due_by date not null,
    rule_version int not null,
    reason text not null default '',
    proposed_by bigint not null default access.person(),
    proposed_at timestamptz not null default now()
);
-- What stands on the list. What it is called goes with the thing itself; that it went stays.
create table records.disposal_item (
    proposal bigint not null references records.disposal_proposal,
    item text not null,
    label text,
    rested_on date not null,
    primary key (proposal, item)
);
-- The decision, by somebody else; and, when it was to dispose, how much went.
create table records.disposal_decision (
    proposal bigint primary key references records.disposal_proposal,
    disposed boolean not null,
    words text not null default '',
    items int not null,
    decided_by bigint not null default access.person(),
    decided_at timestamptz not null default now(),
    check (disposed or length(trim(words)) > 0)
);

create function records.two_people() returns trigger language plpgsql security definer
    set search_path = records, pg_temp as $$
begin
    if (select p.proposed_by from records.disposal_proposal p where p.id = new.proposal) = new.decided_by then
        raise exception 'whoever proposes a disposal does not decide it' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger two_people before insert on records.disposal_decision
    for each row execute function records.two_people();
create function records.only_the_label_goes() returns trigger language plpgsql as $$
begin
    if new.label is not null
            or (new.proposal, new.item, new.rested_on) is distinct from (old.proposal, old.item, old.rested_on) then
        raise exception 'of a disposed thing only its name goes' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_the_label_goes before update on records.disposal_item
    for each row execute function records.only_the_label_goes();
create trigger stays before delete or truncate on records.disposal_item
    for each statement execute function shared.refuse_change();
create trigger stays before update or delete or truncate on records.disposal_proposal
    for each statement execute function shared.refuse_change();
create trigger stays before update or delete or truncate on records.disposal_decision
    for each statement execute function shared.refuse_change();

do $$
declare
    guarded text;
begin
    foreach guarded in array '{retention_rule,disposal_proposal,disposal_item,disposal_decision}'::text[] loop
        execute format('alter table records.%I enable row level security', guarded);
        execute format('create policy kept on records.%I for all using ((select access.everywhere(''DISPOSE_RECORDS'')))',
            guarded);
    end loop;
end $$;
grant select on records.retention_rule, records.disposal_proposal, records.disposal_item, records.disposal_decision
    to samverkan_app;
grant update (years, reason, legal_ground, version, decided_by, decided_at) on records.retention_rule to samverkan_app;
grant insert (kind, due_by, rule_version, reason) on records.disposal_proposal to samverkan_app;
grant insert, update (label) on records.disposal_item to samverkan_app;
grant insert (proposal, disposed, words, items) on records.disposal_decision to samverkan_app;

-- The records whose part of the log came to rest by a day and still has its values. Read by those who may dispose; the
-- name is the latest that the log knows. A person's part goes when the person is given a pseudonym, and not here.
create function records.log_at_rest(by_day date, most int) returns table (subject_type text, subject_id text, name text,
        rested_on date) language sql stable security definer set search_path = records, pg_temp as $$
    select e.subject_type, e.subject_id, (array_agg(v.after order by e.at desc))[1],
        (max(e.at) at time zone 'Europe/Stockholm')::date
    from records.audit_entry e
    join records.audit_value v using (organisation, position, at)
    where (select access.everywhere('DISPOSE_RECORDS')) and e.subject_type <> 'person' and e.what <> 'values.disposed'
      and v.number = 0 and v.salt is not null
    group by e.subject_type, e.subject_id
    having (max(e.at) at time zone 'Europe/Stockholm')::date <= by_day
    order by 4, 1, 2 limit most
$$;

-- Lines about a person, or by a person, for the extract of what is held about one; for those who may make one.
create function records.log_about_person(wanted bigint, most int) returns table (at timestamptz, what text,
        subject_type text, subject_id text, by_person boolean, "values" jsonb)
    language sql stable security definer set search_path = records, pg_temp as $$
    select e.at, e.what, e.subject_type, e.subject_id, e.person = wanted,
        case when e.subject_type = 'person' and e.subject_id = wanted::text then records.values_of(e) else '[]' end
    from records.audit_entry e
    where (select access.everywhere('EXTRACT_PERSON'))
      and (e.person = wanted or (e.subject_type = 'person' and e.subject_id = wanted::text))
    order by e.at desc limit most
$$;
create function records.signatures_of_person(wanted bigint) returns table (title text, mandate text, asked_at timestamptz,
        signed_at timestamptz)
    language sql stable security definer set search_path = records, pg_temp as $$
    select r.title, s.mandate, r.asked_at, g.signed_at
    from records.signatory s
    join records.signing_request r on r.id = s.request
    left join records.signature g on g.request = s.request and g.position = s.position
    where s.person = wanted and (select access.everywhere('EXTRACT_PERSON')) order by r.asked_at, g.version
$$;
