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
create index audit_entry_by_time on records.audit_entry (at desc, organisation, position);

-- The values themselves, beside the chain: erasing one by lawful disposal leaves the chain whole. Everything that may
-- name a human being is a value: number 0 is what the record was called then ("subject"), and the name of the system
-- user behind a command is one too ("on-behalf-of"). The person is known by id; the name is read where people are kept.
create table records.audit_value (
    organisation bigint not null,
    position bigint not null,
    at timestamptz not null,
    number smallint not null,
    field text not null,
    salt bytea not null,
    before text,
    after text,
    primary key (organisation, position, number, at)
) partition by range (at);

create procedure records.create_audit_partition(year int) language plpgsql security definer
    set search_path = records, pg_temp as $$
declare
    entry_part text := format('audit_entry_%s', year);
    value_part text := format('audit_value_%s', year);
    first_day text := format('%s-01-01 00:00:00+00', year);
    after_last text := format('%s-01-01 00:00:00+00', year + 1);
begin
    if to_regclass('records.' || entry_part) is null then
        execute format('create table records.%I partition of records.audit_entry for values from (%L) to (%L)',
            entry_part, first_day, after_last);
        execute format('create table records.%I partition of records.audit_value for values from (%L) to (%L)',
            value_part, first_day, after_last);
    end if;
end $$;

do $$ begin
    for year in extract(year from now())::int .. extract(year from now())::int + 1 loop
        call records.create_audit_partition(year);
    end loop;
end $$;

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

-- The only way to write to the log: appends a link to the chain, as the person of this transaction.
-- changes: [{"field": …, "before": …, "after": …}, …]
create function records.append(chain bigint, what text, subject_type text, subject_id text, subject_name text,
        changes jsonb) returns bigint language plpgsql security definer set search_path = records, pg_temp as $$
declare
    link record;
    moment timestamptz := clock_timestamp();
    behalf text := nullif(current_setting('samverkan.on_behalf_of', true), '');
    change jsonb;
    digests bytea[] := '{}';
    salt bytea;
    link_hash bytea;
    n smallint := 0;
begin
    insert into records.audit_chain values (chain, 0, sha256(convert_to('samverkan ' || chain, 'UTF8')))
        on conflict do nothing;
    select * into link from records.audit_chain c where c.organisation = chain for update;
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

create trigger entries_stay before update or delete or truncate on records.audit_entry
    for each statement execute function shared.refuse_change();

-- Read by those who read logs, and, record by record, by those who may see the record (through records.log_of).
alter table records.audit_entry enable row level security;
create policy read_log on records.audit_entry for select using (
    (select access.everywhere('READ_AUDIT'))
    or organisation = any ((select access.organisations_for('READ_AUDIT'))::bigint[]));
alter table records.audit_value enable row level security;
create policy read_log on records.audit_value for select using (
    (select access.everywhere('READ_AUDIT'))
    or organisation = any ((select access.organisations_for('READ_AUDIT'))::bigint[]));

grant select on records.audit_entry, records.audit_value, records.audit_chain to samverkan_app;
grant execute on procedure records.create_audit_partition(int) to samverkan_app;
