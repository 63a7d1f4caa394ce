-- Signing: a document, who must sign it, and what they signed. A signature is of one version of one document, by its
-- checksum; when the document is replaced, what was signed stays as it is and no longer counts.

-- A request for signatures, made by the organisation whose document it is.
create table records.signing_request (
    id bigint generated always as identity primary key,
    owner_organisation bigint not null references organisation.organisation,
    subject_type text not null,
    subject_id text not null,
    title text not null check (length(trim(title)) between 1 and 300),
    in_order boolean not null,
    asked_by bigint not null default access.person(),
    asked_at timestamptz not null default now(),
    unique (subject_type, subject_id)
);
-- The document as it was put before the signatories; never changed, only followed by the next version.
create table records.signing_document (
    request bigint not null references records.signing_request,
    version int not null check (version > 0),
    content bytea not null,
    checksum bytea not null,
    reason text not null default '',
    added_by bigint not null default access.person(),
    added_at timestamptz not null default now(),
    primary key (request, version),
    check (checksum = sha256(content))
);
-- Who must sign, for whom, by what mandate, and until when the mandate holds.
create table records.signatory (
    request bigint not null references records.signing_request,
    position smallint not null check (position > 0),
    person bigint not null references access.person,
    name text not null,
    organisation bigint not null references organisation.organisation,
    organisation_name text not null,
    mandate text not null check (length(trim(mandate)) > 0),
    mandate_ends date,
    primary key (request, position),
    unique (request, person)
);
create index signatory_by_person on records.signatory (person);
-- That a signature has been asked for at the signing service: written before the service is asked, and by its id the
-- service gives the same answer however often it is asked. What has no outcome is asked for again.
create table records.signing_attempt (
    id uuid primary key,
    request bigint not null,
    position smallint not null,
    version int not null,
    begun_by bigint not null default access.person(),
    begun_at timestamptz not null default now(),
    foreign key (request, position) references records.signatory,
    foreign key (request, version) references records.signing_document
);
create table records.signing_outcome (
    attempt uuid primary key references records.signing_attempt,
    signed boolean not null,
    reason text not null default '',
    recorded_at timestamptz not null default now()
);
-- A signature, for ever. By a service: what the service says is its proof. On paper: the scan is.
create table records.signature (
    request bigint not null,
    position smallint not null,
    version int not null,
    kind text not null check (kind in ('SERVICE', 'PAPER')),
    service text not null default '',
    invented boolean not null default false,
    signed_as text not null,
    signed_at timestamptz not null,
    attempt uuid unique references records.signing_attempt,
    proof bytea not null,
    proof_type text not null,
    recorded_by bigint not null default access.person(),
    recorded_at timestamptz not null default now(),
    primary key (request, position, version),
    foreign key (request, position) references records.signatory,
    foreign key (request, version) references records.signing_document,
    check ((kind = 'SERVICE') = (attempt is not null))
);
-- The signed document with the organisation's own seal, and the report of its validation.
create table records.signing_seal (
    request bigint not null,
    version int not null,
    content bytea not null,
    checksum bytea not null,
    report text not null,
    sealed_at timestamptz not null default now(),
    primary key (request, version),
    foreign key (request, version) references records.signing_document,
    check (checksum = sha256(content))
);

do $$
declare
    kept text;
begin
    foreach kept in array '{signing_request,signing_document,signatory,signing_attempt,signing_outcome,signature,signing_seal}'::text[]
    loop
        execute format('create trigger stays before update or delete or truncate on records.%I
            for each statement execute function shared.refuse_change()', kept);
        execute format('alter table records.%I enable row level security', kept);
    end loop;
end $$;

-- The service person that seals what everybody has signed, and does nothing else here.
create function records.is_sealer() returns boolean language sql stable security definer
    set search_path = records, pg_temp as $$
    select access.person() <> 0 and access.person() = access.service_person('system')
$$;
-- The requests that the actor knows of: of an organisation that the actor asks or keeps the register for, or where the
-- actor is to sign. Each array is asked for once.
create function records.signings_asked() returns bigint[] language sql stable security definer
    set search_path = records, pg_temp as $$
    select coalesce(array_agg(r.id), '{}') from records.signing_request r
    where (select access.everywhere('ASK_FOR_SIGNATURES'))
       or r.owner_organisation = any ((select access.organisations_for('ASK_FOR_SIGNATURES'))::bigint[])
$$;
create function records.signings_known() returns bigint[] language sql stable security definer
    set search_path = records, pg_temp as $$
    select coalesce(array_agg(r.id), '{}') from records.signing_request r
    where (select records.is_sealer()) or r.id = any ((select records.signings_asked())::bigint[])
       or exists (select from records.signatory s where s.request = r.id and s.person = access.person()
            and access.person() <> 0)
$$;
-- Whether the actor may write a signature at this place: one's own, or on paper by those who asked.
create function records.is_signatory(wanted bigint, at_position smallint) returns boolean language sql stable
    security definer set search_path = records, pg_temp as $$
    select exists (select from records.signatory s
        where s.request = wanted and s.position = at_position and s.person = access.person() and access.person() <> 0)
$$;
-- Signatories are named with the request and not later.
create function records.is_new_signing(wanted bigint) returns boolean language sql stable security definer
    set search_path = records, pg_temp as $$
    select exists (select from records.signing_request r
        where r.id = wanted and r.asked_at = transaction_timestamp() and r.asked_by = access.person())
$$;

create policy known on records.signing_request for select using (
    owner_organisation = any ((select access.organisations_for('ASK_FOR_SIGNATURES'))::bigint[])
    or (select access.everywhere('ASK_FOR_SIGNATURES'))
    or id = any ((select records.signings_known())::bigint[]));
create policy asked on records.signing_request for insert with check (
    (select access.everywhere('ASK_FOR_SIGNATURES'))
    or owner_organisation = any ((select access.organisations_for('ASK_FOR_SIGNATURES'))::bigint[]));
do $$
declare
    kept text;
begin
    foreach kept in array '{signing_document,signatory,signing_attempt,signature,signing_seal}'::text[] loop
        execute format('create policy known on records.%I for select
            using (request = any ((select records.signings_known())::bigint[]))', kept);
    end loop;
end $$;
create policy asked on records.signing_document for insert with check (
    request = any ((select records.signings_asked())::bigint[]));
create policy asked on records.signatory for insert with check (records.is_new_signing(request));
create policy own on records.signing_attempt for insert with check (records.is_signatory(request, position));
create policy known on records.signing_outcome for select using (
    exists (select from records.signing_attempt a where a.id = attempt));
create policy own on records.signing_outcome for insert with check (
    exists (select from records.signing_attempt a where a.id = attempt and records.is_signatory(a.request, a.position)));
create policy own on records.signature for insert with check (
    kind = 'SERVICE' and records.is_signatory(request, position)
    or kind = 'PAPER' and request = any ((select records.signings_asked())::bigint[]));
create policy sealed on records.signing_seal for insert with check ((select records.is_sealer()));

grant select on records.signing_request, records.signing_document, records.signatory, records.signing_attempt,
    records.signing_outcome, records.signature, records.signing_seal to samverkan_app;
grant insert (owner_organisation, subject_type, subject_id, title, in_order) on records.signing_request to samverkan_app;
grant insert (request, version, content, checksum, reason) on records.signing_document to samverkan_app;
grant insert on records.signatory to samverkan_app;
grant insert (id, request, position, version) on records.signing_attempt to samverkan_app;
grant insert (attempt, signed, reason) on records.signing_outcome to samverkan_app;
grant insert (request, position, version, kind, service, invented, signed_as, signed_at, attempt, proof, proof_type)
    on records.signature to samverkan_app;
grant insert (request, version, content, checksum, report) on records.signing_seal to samverkan_app;

-- What the service was asked for and never got recorded: with whom it is, so that it is collected as that person. And
-- what everybody has signed and nobody has sealed. Ids only, for the job that sweeps.
create function records.attempts_without_outcome(older_than interval) returns table (attempt uuid, person bigint)
    language sql stable security definer set search_path = records, pg_temp as $$
    select a.id, a.begun_by from records.signing_attempt a
    where a.begun_at < now() - older_than and not exists (select from records.signing_outcome o where o.attempt = a.id)
    order by a.begun_at limit 100
$$;
create function records.signed_without_seal() returns table (request bigint, version int)
    language sql stable security definer set search_path = records, pg_temp as $$
    select r.id, d.version from records.signing_request r
    join lateral (select max(version) as version from records.signing_document where request = r.id) d on true
    where not exists (select from records.signatory s where s.request = r.id and not exists (
            select from records.signature g where g.request = r.id and g.position = s.position and g.version = d.version))
      and not exists (select from records.signing_seal l where l.request = r.id and l.version = d.version)
    order by r.id limit 100
$$;
-- One at a time about one request, until the transaction ends.
create function records.hold_signing(wanted bigint) returns void language sql security definer
    set search_path = records, pg_temp as $$
    select pg_advisory_xact_lock(hashtextextended('records.signing_request ' || wanted, 0))
$$;
