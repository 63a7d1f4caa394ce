-- What is to be signed can be taken back before all have signed, with a reason: when its text is to change, or somebody
-- else is to sign. That version is signed no more; what was signed stays as it is and does not count.
create table records.signing_withdrawal (
    request bigint not null,
    version int not null,
    reason text not null check (length(trim(reason)) > 0),
    withdrawn_by bigint not null default access.person(),
    withdrawn_at timestamptz not null default now(),
    primary key (request, version),
    foreign key (request, version) references records.signing_document
);
create trigger stays before update or delete or truncate on records.signing_withdrawal
    for each statement execute function shared.refuse_change();
alter table records.signing_withdrawal enable row level security;
create policy known on records.signing_withdrawal for select
    using (request = any ((select records.signings_known())::bigint[]));
create policy asked on records.signing_withdrawal for insert with check (
    request = any ((select records.signings_asked())::bigint[]));
grant select on records.signing_withdrawal to samverkan_app;
grant insert (request, version, reason) on records.signing_withdrawal to samverkan_app;

-- Whether a version is signed by all and is the one that counts: for the rooms whose records it is the document of.
create function records.is_signed(wanted bigint, of_version int) returns boolean language sql stable security definer
    set search_path = records, pg_temp as $$
    select of_version = (select max(d.version) from records.signing_document d where d.request = wanted)
       and not exists (select from records.signing_withdrawal w where w.request = wanted and w.version = of_version)
       and not exists (select from records.signatory s where s.request = wanted and not exists (
            select from records.signature g
            where g.request = wanted and g.position = s.position and g.version = of_version))
$$;

create or replace function records.signed_without_seal() returns table (request bigint, version int)
    language sql stable security definer set search_path = records, pg_temp as $$
    select r.id, d.version from records.signing_request r
    join lateral (select max(version) as version from records.signing_document where request = r.id) d on true
    where records.is_signed(r.id, d.version)
      and not exists (select from records.signing_seal l where l.request = r.id and l.version = d.version)
    order by r.id limit 100
$$;

-- Those who receive documents for a party follow what somebody is to sign for it, whoever asked.
create or replace function records.signings_known() returns bigint[] language sql stable security definer
    set search_path = records, pg_temp as $$
    select coalesce(array_agg(r.id), '{}') from records.signing_request r
    where (select records.is_sealer()) or r.id = any ((select records.signings_asked())::bigint[])
       or exists (select from records.signatory s where s.request = r.id
            and (s.person = access.person() and access.person() <> 0
                or s.organisation = any ((select access.organisations_for('RECEIPT_DOCUMENTS'))::bigint[])))
$$;

create function records.is_withdrawn(wanted bigint, of_version int) returns boolean language sql stable security definer
    set search_path = records, pg_temp as $$
    select exists (select from records.signing_withdrawal w where w.request = wanted and w.version = of_version)
$$;
