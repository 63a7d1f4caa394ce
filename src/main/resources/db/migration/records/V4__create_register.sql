-- The register (diariet) of each organisation: a series of its own for case numbers, the cases, and what came and went.
create table records.case_series (
    organisation bigint primary key references organisation.organisation,
    prefix text not null check (prefix ~ '^[A-ZÅÄÖ0-9]{1,10}$'),
    version int not null default 0
);
create table records.case_counter (
    organisation bigint not null references records.case_series,
    year int not null,
    last_number int not null,
    primary key (organisation, year)
);
-- A case of an organisation: the record that it is about has one number there. A typed one comes from the organisation's own
-- registry.
create table records.case_number (
    organisation bigint not null references records.case_series,
    room text not null,
    record text not null,
    number text not null check (length(trim(number)) between 1 and 60),
    typed boolean not null,
    last_item int not null default 0,
    opened_at timestamptz not null default now(),
    primary key (organisation, room, record),
    unique (organisation, number)
);
-- What was registered: which share, sent or received, as which item of which case.
create table records.registration (
    share bigint not null references records.share,
    organisation bigint not null,
    direction text not null check (direction in ('OUT', 'IN')),
    room text not null,
    record text not null,
    item int not null,
    title text not null,
    kind text not null,
    document bigint not null references records.document,
    version int not null,
    counterparts bigint[] not null,
    registered_at timestamptz not null default now(),
    primary key (share, organisation),
    unique (organisation, room, record, item),
    foreign key (organisation, room, record) references records.case_number
);
create index registration_by_organisation on records.registration (organisation, registered_at desc, share desc);
create trigger stands before update or delete or truncate on records.registration
    for each statement execute function shared.refuse_change();

-- The next number of an organisation's own series. Its row is locked until the share is whole, so there is no gap.
create function records.next_case_number(of_organisation bigint) returns text language plpgsql security definer
    set search_path = records, pg_temp as $$
declare
    this_year int := extract(year from access.today());
    counted int;
    found_number text;
begin
    loop
        insert into records.case_counter as c values (of_organisation, this_year, 1)
            on conflict (organisation, year) do update set last_number = c.last_number + 1
            returning last_number into counted;
        select s.prefix || ' ' || this_year || '/' || counted into found_number
            from records.case_series s where s.organisation = of_organisation;
        exit when not exists (
            select from records.case_number n where n.organisation = of_organisation and n.number = found_number);
    end loop;
    return found_number;
end $$;
revoke execute on function records.next_case_number(bigint) from public;

-- The first letters of the words in an organisation's name, until it has chosen its own.
create function records.prefix_of(name text) returns text language sql immutable as $$
    select coalesce(nullif(left(string_agg(upper(left(regexp_replace(word, '[^[:alpha:]]', '', 'g'), 1)), ''), 4), ''), 'D')
    from regexp_split_to_table(translate(upper(name), 'ÉÈÊËÁÀÂÃÜÛÚÙÍÌÎÏÓÒÔÕØÆÇÑ', 'EEEEAAAAUUUUIIIIOOOOÖÄCN'), '[^[:alpha:]]+') word
    where word <> ''
$$;

-- Registers a share that is being made right now, with the sender and with every recipient, one organisation after the
-- other in the order of their ids, so that two shares never wait for each other.
create function records.register(wanted bigint, own_number text) returns void language plpgsql security definer
    set search_path = records, pg_temp as $$
declare
    made record;
    each bigint;
    case_room text;
    case_record text;
    typed_number text;
    next_item int;
begin
    select s.id, s.document, s.version, d.owner_organisation as owner, d.kind, v.title,
        coalesce(nullif(d.record_room, ''), 'records') as room,
        coalesce(nullif(d.record_id, ''), 'document ' || d.id) as record,
        array_agg(r.organisation order by r.organisation) as recipients
    into made
    from records.share s
    join records.document d on d.id = s.document
    join records.document_version v on v.document = s.document and v.number = s.version
    join records.share_recipient r on r.share = s.id
    where s.id = wanted and s.shared_in = pg_current_xact_id() and s.shared_by = access.person()
    group by s.id, d.id, v.title;
    if not found then
        raise exception 'only a share that is being made is registered' using errcode = 'insufficient_privilege';
    end if;
    for each in select distinct o from unnest(made.recipients || made.owner) o order by 1 loop
        insert into records.case_series (organisation, prefix)
            select o.id, records.prefix_of(o.name) from organisation.organisation o where o.id = each
            on conflict do nothing;
        perform 1 from records.case_series where organisation = each for update;
        typed_number := case when each = made.owner then nullif(trim(own_number), '') end;
        if not exists (select from records.case_number
                where organisation = each and room = made.room and record = made.record) then
            insert into records.case_number (organisation, room, record, number, typed) values (
                each, made.room, made.record, coalesce(typed_number, records.next_case_number(each)),
                typed_number is not null);
        end if;
        update records.case_number set last_item = last_item + 1
            where organisation = each and room = made.room and record = made.record
            returning last_item into next_item;
        insert into records.registration (share, organisation, direction, room, record, item, title, kind, document, version,
                counterparts)
            values (made.id, each, case when each = made.owner then 'OUT' else 'IN' end, made.room, made.record, next_item,
                made.title, made.kind, made.document, made.version,
                case when each = made.owner then array_remove(made.recipients, each) else array[made.owner] end);
    end loop;
end $$;

-- A number from the organisation's own registry, in the place of the one that was given here.
create function records.type_case_number(of_organisation bigint, of_room text, of_record text, typed_number text)
    returns text language plpgsql security definer set search_path = records, pg_temp as $$
declare
    before text;
begin
    if not (access.everywhere('KEEP_REGISTER') or of_organisation = any (access.organisations_for('KEEP_REGISTER'))) then
        return null;
    end if;
    select number into before from records.case_number
        where organisation = of_organisation and room = of_room and record = of_record for update;
    update records.case_number set number = trim(typed_number), typed = true
        where organisation = of_organisation and room = of_room and record = of_record;
    return before;
end $$;

-- Whether the particulars of a registered document are kept from the reader, because it has been narrowed.
create function records.is_kept_from(wanted bigint) returns boolean language sql stable security definer
    set search_path = records, pg_temp as $$
    select coalesce(d.narrowed_until >= access.today(), false) and not wanted = any (records.documents_let_in())
    from records.document d where d.id = wanted
$$;

alter table records.case_series enable row level security;
alter table records.case_counter enable row level security;
alter table records.case_number enable row level security;
alter table records.registration enable row level security;
create policy registered on records.registration for select using (
    (select access.everywhere('READ_REGISTER'))
    or organisation = any ((select access.organisations_for('READ_REGISTER'))::bigint[])
    or exists (select from records.share s where s.id = share));
create policy registered on records.case_number for select using (
    (select access.everywhere('READ_REGISTER'))
    or organisation = any ((select access.organisations_for('READ_REGISTER'))::bigint[])
    or exists (select from records.registration r
        where r.organisation = case_number.organisation and r.room = case_number.room and r.record = case_number.record));
create policy seen on records.case_series for select using (
    (select access.everywhere('READ_REGISTER'))
    or organisation = any ((select access.organisations_for('READ_REGISTER'))::bigint[]));
create policy kept on records.case_series for all using (
    (select access.everywhere('KEEP_REGISTER'))
    or organisation = any ((select access.organisations_for('KEEP_REGISTER'))::bigint[]));
create policy kept on records.case_counter for select using (
    (select access.everywhere('READ_REGISTER'))
    or organisation = any ((select access.organisations_for('READ_REGISTER'))::bigint[]));
grant select, insert (organisation, prefix), update (prefix, version) on records.case_series to samverkan_app;
grant select on records.case_counter, records.case_number, records.registration to samverkan_app;

-- The register as it is read and taken out: what is kept from the reader has no title and no link.
create view records.register_line with (security_invoker = true) as
select r.share, r.organisation, o.name as organisation_name, n.number, n.typed, r.item, r.room, r.record, r.direction,
    r.kind, r.version, r.registered_at, k.kept,
    case when not k.kept then r.title else '' end as title,
    case when not k.kept then r.document end as document,
    (select coalesce(string_agg(c.name, ', ' order by c.name collate "sv-SE-x-icu"), '')
     from organisation.organisation c where c.id = any (r.counterparts)) as counterparts
from records.registration r
join records.case_number n on n.organisation = r.organisation and n.room = r.room and n.record = r.record
join organisation.organisation o on o.id = r.organisation
cross join lateral (select records.is_kept_from(r.document) as kept) k;
grant select on records.register_line to samverkan_app;

-- What becomes of a document that one sort of organisation shares with another (R__publicity.sql), and what an
-- administrator has said of two organisations, with the reason.
create table records.publicity (
    sender text not null check (sender in ('AUTHORITY', 'INDEPENDENT')),
    recipient text not null check (recipient in ('AUTHORITY', 'INDEPENDENT')),
    outcome text not null check (outcome in ('PUBLIC_RECORD', 'PUBLIC_AT_SENDER', 'PUBLIC_AT_RECIPIENT', 'NOT_PUBLIC',
        'NOT_DISPATCHED')),
    reason text not null,
    primary key (sender, recipient)
);
create table records.publicity_of_pair (
    sender bigint not null references organisation.organisation,
    recipient bigint not null references organisation.organisation,
    outcome text not null check (outcome in ('PUBLIC_RECORD', 'PUBLIC_AT_SENDER', 'PUBLIC_AT_RECIPIENT', 'NOT_PUBLIC',
        'NOT_DISPATCHED')),
    reason text not null check (length(trim(reason)) > 0),
    version int not null default 0,
    set_by bigint not null default access.person(),
    set_at timestamptz not null default now(),
    primary key (sender, recipient),
    check (sender <> recipient)
);
alter table records.publicity_of_pair enable row level security;
create policy told on records.publicity_of_pair for select using (access.person() <> 0);
create policy ruled on records.publicity_of_pair for all using ((select access.everywhere('RULE_PUBLICITY')));
grant select on records.publicity to samverkan_app;
grant select, insert (sender, recipient, outcome, reason), update (outcome, reason, version, set_by, set_at), delete
    on records.publicity_of_pair to samverkan_app;

-- Which of the two an organisation is: independent organisers and private providers are not under the principle of public
-- access to official documents.
create function records.publicity_side(kind text, organiser_type text, provider_kind text) returns text
    language sql immutable as $$
    select case when organiser_type = 'INDEPENDENT' or provider_kind = 'PRIVATE' then 'INDEPENDENT' else 'AUTHORITY' end
$$;
create function records.publicity_between(of_sender bigint, of_recipient bigint)
    returns table (outcome text, reason text, own boolean)
    language sql stable as $$
    select coalesce(own.outcome, p.outcome), coalesce(own.reason, p.reason), own.outcome is not null
    from organisation.organisation s
    join organisation.organisation r on r.id = of_recipient
    join records.publicity p on p.sender = records.publicity_side(s.kind, s.organiser_type, s.provider_kind)
        and p.recipient = records.publicity_side(r.kind, r.organiser_type, r.provider_kind)
    left join records.publicity_of_pair own on own.sender = of_sender and own.recipient = of_recipient
    where s.id = of_sender
$$;
