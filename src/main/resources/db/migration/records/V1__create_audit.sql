grant usage on schema records to samverkan_app;

-- One chain per organisation; 0 is the installation itself. The row is locked while a link is appended, so links of one
-- chain follow each other without gaps.
create table records.audit_chain (
    organisation bigint primary key,
    last_position bigint not null,
    last_hash bytea not null
);

-- What happened, for ever. The hash covers who, when, what and the digests of the values, and the link before it.
create table records.audit_entry (
    organisation bigint not null,
    position bigint not null,
    at timestamptz not null,
    person bigint not null,
    what text not null,
    subject_type text not null,
    subject_id text not null,
    digests bytea[] not null,
    previous bytea not null,
    hash bytea not null,
    primary key (organisation, position, at)
) partition by range (at);
create index audit_entry_by_subject on records.audit_entry (subject_type, subject_id, at desc);
create index audit_entry_by_time on records.audit_entry (at desc, organisation, position desc);

-- The values themselves, beside the chain: erasing one by lawful disposal leaves the chain whole. Everything that may
-- name a human being is a value: number 0 is what the record was called then ("subject"), and the name of the system
-- user behind a command is one too ("on-behalf-of"). The person is known by id; the name is read where people are kept.
-- Without its salt a digest tells nothing, so disposal takes the salt as well.
create table records.audit_value (
    organisation bigint not null,
    position bigint not null,
    at timestamptz not null,
    number smallint not null,
    field text not null,
    salt bytea,
    before text,
    after text,
    primary key (organisation, position, number, at),
    check (salt is not null or (before is null and after is null))
) partition by range (at);

-- A value is only ever erased, whole.
create function records.refuse_all_but_erasing() returns trigger language plpgsql as $$
begin
    if new.salt is not null or new.before is not null or new.after is not null
            or (new.organisation, new.position, new.at, new.number, new.field)
               is distinct from (old.organisation, old.position, old.at, old.number, old.field) then
        raise exception 'a value of the log is only ever erased' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger values_are_only_erased before update on records.audit_value
    for each row execute function records.refuse_all_but_erasing();
create trigger values_stay before delete or truncate on records.audit_value
    for each statement execute function shared.refuse_change();
create trigger entries_stay before update or delete or truncate on records.audit_entry
    for each statement execute function shared.refuse_change();

-- The partitions of one year, in UTC. A statement aimed at a partition passes by its parent's statement triggers, so
-- each partition has its own.
create procedure records.create_audit_partition(year int) language plpgsql as $$
declare
    entry_part text := format('audit_entry_%s', year);
    value_part text := format('audit_value_%s', year);
    first_day text := format('%s-01-01 00:00:00+00', year);
    after_last text := format('%s-01-01 00:00:00+00', year + 1);
begin
    if to_regclass('records.' || entry_part) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('records.create_audit_partition'));
    if to_regclass('records.' || entry_part) is null then
        execute format('create table records.%I partition of records.audit_entry for values from (%L) to (%L)',
            entry_part, first_day, after_last);
        execute format('create trigger entries_stay before update or delete or truncate on records.%I
            for each statement execute function shared.refuse_change()', entry_part);
        execute format('create table records.%I partition of records.audit_value for values from (%L) to (%L)',
            value_part, first_day, after_last);
        execute format('create trigger values_stay before delete or truncate on records.%I
            for each statement execute function shared.refuse_change()', value_part);
    end if;
end $$;
revoke execute on procedure records.create_audit_partition(int) from public;

-- This year's and next year's partitions; the application calls it every day.
create procedure records.keep_partitions_ahead() language plpgsql security definer
    set search_path = records, pg_temp as $$
begin
    call records.create_audit_partition(extract(year from clock_timestamp() at time zone 'UTC')::int);
    call records.create_audit_partition(extract(year from clock_timestamp() at time zone 'UTC')::int + 1);
end $$;

call records.keep_partitions_ahead();

create function records.value_digest(salt bytea, field text, before text, after text) returns bytea
    language sql immutable parallel safe as $$
    select sha256(salt || convert_to(jsonb_build_array(field, before, after)::text, 'UTF8'))
$$;

create function records.entry_hash(previous bytea, organisation bigint, "position" bigint, at timestamptz,
        person bigint, what text, subject_type text, subject_id text, digests bytea[]) returns bytea
    language sql stable parallel safe as $$
    select sha256(previous || convert_to(jsonb_build_array(organisation, "position",
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), person, what, subject_type, subject_id,
        (select coalesce(jsonb_agg(encode(d, 'hex') order by n), '[]')
         from unnest(digests) with ordinality as t(d, n)))::text, 'UTF8'))
$$;

create function records.first_hash(chain bigint) returns bytea language sql immutable parallel safe as
    $$ select sha256(convert_to('samverkan ' || chain, 'UTF8')) $$;

-- The only way to write to the log: appends a link to the chain, as the person of this transaction. The moment is taken
-- once the chain is ours, so that moments follow positions; a year that nobody prepared gets its partitions here.
-- changes: [{"field": …, "before": …, "after": …}, …]
create function records.append(chain bigint, what text, subject_type text, subject_id text, subject_name text,
        changes jsonb) returns bigint language plpgsql security definer set search_path = records, pg_temp as $$
declare
    link record;
    moment timestamptz;
    behalf text := nullif(current_setting('samverkan.on_behalf_of', true), '');
    change jsonb;
    digests bytea[] := '{}';
    salt bytea;
    link_hash bytea;
    n smallint := 0;
begin
    insert into records.audit_chain values (chain, 0, records.first_hash(chain)) on conflict do nothing;
    select * into link from records.audit_chain c where c.organisation = chain for update;
    moment := clock_timestamp();
    call records.create_audit_partition(extract(year from moment at time zone 'UTC')::int);
    changes := jsonb_build_array(jsonb_build_object('field', 'subject', 'after', subject_name)) || changes;
    if behalf is not null then
        changes := changes || jsonb_build_array(jsonb_build_object('field', 'on-behalf-of', 'after', behalf));
    end if;
    for change in select * from jsonb_array_elements(changes) loop
        salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
        insert into records.audit_value values (chain, link.last_position + 1, moment, n, change ->> 'field', salt,
            change ->> 'before', change ->> 'after');
        digests := digests || records.value_digest(salt, change ->> 'field', change ->> 'before', change ->> 'after');
        n := n + 1;
    end loop;
    link_hash := records.entry_hash(link.last_hash, chain, link.last_position + 1, moment, access.person(), what,
        subject_type, subject_id, digests);
    insert into records.audit_entry values (chain, link.last_position + 1, moment, access.person(), what,
        subject_type, subject_id, digests, link.last_hash, link_hash);
    update records.audit_chain set last_position = link.last_position + 1, last_hash = link_hash
        where organisation = chain;
    return link.last_position + 1;
end $$;

-- Lawful disposal of what the log knows about one record: in every chain that speaks of it the values are erased and a
-- link says so. Chains are taken in order, so that two disposals never wait for each other. Returns how many links lost
-- their values.
create function records.dispose(wanted_type text, wanted_id text) returns bigint language plpgsql security definer
    set search_path = records, pg_temp as $$
declare
    chain bigint;
    erased bigint;
    total bigint := 0;
begin
    for chain in select distinct e.organisation from records.audit_entry e
            where e.subject_type = wanted_type and e.subject_id = wanted_id order by 1 loop
        with gone as (
            update records.audit_value v set salt = null, before = null, after = null
            from records.audit_entry e
            where e.subject_type = wanted_type and e.subject_id = wanted_id and e.organisation = chain
              and v.organisation = e.organisation and v.position = e.position and v.at = e.at and v.salt is not null
            returning v.position
        )
        select count(distinct g.position) into erased from gone g;
        if erased > 0 then
            perform records.append(chain, 'values.disposed', wanted_type, wanted_id, null,
                jsonb_build_array(jsonb_build_object('field', 'links', 'after', erased)));
            total := total + erased;
        end if;
    end loop;
    return total;
end $$;

-- The values of one link as the pages read them; an erased one says so.
create function records.values_of(e records.audit_entry) returns jsonb language sql stable as $$
    select coalesce(jsonb_agg(jsonb_build_object('field', v.field, 'before', v.before, 'after', v.after,
        'erased', v.salt is null) order by v.number), '[]')
    from records.audit_value v
    where v.organisation = e.organisation and v.position = e.position and v.at = e.at
$$;

-- One record's part of the log, for those who may see the record: the caller has shown it already. Within some chains
-- only, where the record belongs to several organisations and the reader to fewer.
create function records.log_of(wanted_type text, wanted_id text, most int, within bigint[])
    returns table (organisation bigint, "position" bigint, at timestamptz, person bigint, what text,
        subject_type text, subject_id text, "values" jsonb)
    language sql stable security definer set search_path = records, pg_temp as $$
    select e.organisation, e.position, e.at, e.person, e.what, e.subject_type, e.subject_id, records.values_of(e)
    from records.audit_entry e
    where e.subject_type = wanted_type and e.subject_id = wanted_id
      and (within is null or e.organisation = any (within))
    order by e.at desc, e.organisation, e.position desc
    limit most
$$;

-- Every link with what it ought to be, for the proof that the log is whole; read in the order of the chains.
-- An erased value is whole when a later link of its chain says that the record's values were disposed of.
create view records.audit_proof with (security_invoker = true) as
select e.organisation, e.position, e.at, e.previous, e.hash,
    records.entry_hash(e.previous, e.organisation, e.position, e.at, e.person, e.what, e.subject_type, e.subject_id,
        e.digests) as expected_hash,
    coalesce(v.present, 0) = cardinality(e.digests) and coalesce(v.as_digested, true) as values_hold,
    not coalesce(v.erased, false) or exists (
        select from records.audit_entry d
        where d.subject_type = e.subject_type and d.subject_id = e.subject_id and d.what = 'values.disposed'
          and d.organisation = e.organisation and d.position > e.position) as erasure_is_logged
from records.audit_entry e
left join lateral (
    select count(*) as present, bool_or(w.salt is null) as erased,
        bool_and(w.salt is null
            or records.value_digest(w.salt, w.field, w.before, w.after) is not distinct from e.digests[w.number + 1])
            as as_digested
    from records.audit_value w
    where w.organisation = e.organisation and w.position = e.position and w.at = e.at
) v on true;

-- Read by those who read logs, and, record by record, by those who may see the record (through records.log_of).
do $$
declare
    guarded text;
begin
    foreach guarded in array array['audit_chain', 'audit_entry', 'audit_value'] loop
        execute format('alter table records.%I enable row level security', guarded);
        execute format($policy$
            create policy read_log on records.%I for select using (
                (select access.everywhere('READ_AUDIT'))
                or organisation = any ((select access.organisations_for('READ_AUDIT'))::bigint[]))
            $policy$, guarded);
    end loop;
end $$;

grant select on records.audit_entry, records.audit_value, records.audit_chain, records.audit_proof to samverkan_app;
