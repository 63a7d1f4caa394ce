-- Where the actor holds a verb at an organisation itself, and at which units. Documents of a unit are the unit's: whoever
-- writes for the organiser does not write in them, and sibling schools do not see them.
create function records.organisations_with(wanted text) returns bigint[] language sql stable security definer
    set search_path = records, pg_temp as $$
    select coalesce(array_agg(distinct a.organisation), '{}')
    from access.assignment a
    join access.permission p on p.role = a.role and p.verb = wanted and p.reach = 'OWN'
    where a.person = access.person() and a.deleted_at is null and a.organisation is not null
      and a.unit is null and a.area is null
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
$$;
create function records.units_with(wanted text) returns bigint[] language sql stable security definer
    set search_path = records, pg_temp as $$
    select coalesce(array_agg(distinct coalesce(a.unit, au.unit)), '{}')
    from access.assignment a
    join access.permission p on p.role = a.role and p.verb = wanted and p.reach = 'OWN'
    left join organisation.area_unit au on au.area = a.area
    where a.person = access.person() and a.deleted_at is null and coalesce(a.unit, au.unit) is not null
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
$$;
create function records.may(wanted text, owner bigint, organiser bigint, unit bigint) returns boolean
    language sql stable as $$
    select access.everywhere(wanted)
        or (owner = any (records.organisations_with(wanted)) and (unit is null or organiser is distinct from owner))
        or (organiser = owner and unit = any (records.units_with(wanted)))
$$;

-- A document (handling). Whose it is, whom it is about, and what record of which room it belongs to; what it says and what
-- it is called lies in its versions. Where owner and organiser are the same it is the organiser's own, and its unit's if it
-- names one. Visibility and those it is shared with follow from the rows below, by trigger.
create table records.document (
    id bigint generated always as identity primary key,
    kind text not null check (kind ~ '^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$'),
    language text not null check (language in ('sv', 'en')),
    record_room text not null default '',
    record_id text not null default '',
    owner_organisation bigint not null references organisation.organisation,
    organiser bigint references organisation.organisation,
    unit bigint references organisation.unit,
    visibility text not null default 'OWN' check (visibility in ('OWN', 'OPENED', 'SHARED', 'PUBLIC')),
    shared_with bigint[] not null default '{}',
    narrowed_until date,
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    check ((record_room = '') = (record_id = ''))
);
create index document_by_owner on records.document (owner_organisation, id desc);
create index document_by_unit on records.document (unit) where unit is not null;
create index document_by_record on records.document (record_room, record_id) where record_id <> '';
create index document_by_recipient on records.document using gin (shared_with);

-- A version is never changed; what is written next is the next one. Its files: as PDF and Word where it was written here,
-- or the file that was sent in, and what is attached to it.
create table records.document_version (
    document bigint not null references records.document,
    number int not null check (number > 0),
    title text not null check (length(trim(title)) between 1 and 300),
    note text not null default '',
    number_reason text,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (document, number)
);
create table records.document_file (
    document bigint not null,
    version int not null,
    part text not null check (part in ('PDF', 'DOCX', 'CONTENT', 'ATTACHMENT')),
    file bigint not null references records.file,
    removed_at timestamptz,
    removed_by bigint,
    primary key (document, version, file),
    foreign key (document, version) references records.document_version
);
create unique index one_file_of_each_part on records.document_file (document, version, part) where part <> 'ATTACHMENT';
create index document_file_by_file on records.document_file (file);

-- That a version is adopted (fastställd), by whom and by what mandate. A board decides without signing in here: then it is
-- named, with its paragraph. Who wrote it down here is another matter.
create table records.adoption (
    document bigint not null,
    version int not null,
    decided_by bigint references access.person,
    decider text not null default '',
    mandate text not null check (mandate in ('ROLE', 'DELEGATION', 'BOARD')),
    reference text not null default '',
    decided_on date not null,
    recorded_by bigint not null default access.person(),
    recorded_at timestamptz not null default now(),
    primary key (document, version),
    foreign key (document, version) references records.document_version,
    check (decided_by is not null or length(trim(decider)) > 0),
    check (mandate = 'ROLE' or length(trim(reference)) > 0)
);

-- Open for comment (öppen för synpunkter) to one named person, from one version on. It ends on its day, or before.
create table records.opening (
    id bigint generated always as identity primary key,
    document bigint not null,
    version int not null,
    person bigint not null references access.person,
    until date not null,
    message text not null default '',
    opened_by bigint not null default access.person(),
    opened_at timestamptz not null default now(),
    ended_by bigint,
    ended_at timestamptz,
    foreign key (document, version) references records.document_version
);
create unique index open_once on records.opening (document, person) where ended_at is null;
create index opening_by_person on records.opening (person) where ended_at is null;

-- A share (delning, expediering): which version, when, to whom, with what checksum. It stands for ever.
create table records.share (
    id bigint generated always as identity primary key,
    document bigint not null,
    version int not null,
    message text not null default '',
    checksum bytea not null,
    number_reason text,
    shared_by bigint not null default access.person(),
    shared_at timestamptz not null default now(),
    shared_in xid8 not null default pg_current_xact_id(),
    foreign key (document, version) references records.document_version
);
create index share_by_document on records.share (document);
create table records.share_recipient (
    share bigint not null references records.share,
    organisation bigint not null references organisation.organisation,
    outcome text not null check (outcome in ('PUBLIC_RECORD', 'PUBLIC_AT_SENDER', 'PUBLIC_AT_RECIPIENT', 'NOT_PUBLIC',
        'NOT_DISPATCHED')),
    reason text not null,
    primary key (share, organisation)
);
create index share_recipient_by_organisation on records.share_recipient (organisation);

-- What a recipient answered: that it has come (kvitterad), or that something is missing (begäran om komplettering).
create table records.receipt (
    id bigint generated always as identity primary key,
    share bigint not null,
    organisation bigint not null,
    kind text not null check (kind in ('RECEIPTED', 'COMPLETION_ASKED')),
    words text not null default '',
    number_reason text,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    foreign key (share, organisation) references records.share_recipient,
    check (kind = 'RECEIPTED' or length(trim(words)) > 0)
);
create unique index receipted_once on records.receipt (share, organisation) where kind = 'RECEIPTED';

-- A warning to whoever is to let somebody read it (sekretessmarkering): by which provision, and why. It decides nothing.
create table records.secrecy_mark (
    id bigint generated always as identity primary key,
    document bigint not null references records.document,
    provision text not null check (length(trim(provision)) > 0),
    words text not null default '',
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    lifted_by bigint,
    lifted_at timestamptz,
    lifting_reason text
);
create unique index one_standing_mark on records.secrecy_mark (document) where lifted_at is null;

-- Read by fewer than the case allows: only by these people, of those who could otherwise; who narrowed it, why, until when.
create table records.narrowing (
    id bigint generated always as identity primary key,
    document bigint not null references records.document,
    reason text not null check (length(trim(reason)) > 0),
    until date,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    ended_by bigint,
    ended_at timestamptz
);
create unique index one_standing_narrowing on records.narrowing (document) where ended_at is null;
create table records.let_in (
    narrowing bigint not null references records.narrowing,
    person bigint not null references access.person,
    primary key (narrowing, person)
);
create index let_in_by_person on records.let_in (person);

-- What is opened to the actor today, and where the actor is let in. Few, so arrays of ids.
create function records.opened_documents() returns bigint[] language sql stable security definer
    set search_path = records, pg_temp as $$
    select coalesce(array_agg(distinct o.document), '{}') from records.opening o
    where o.person = access.person() and o.ended_at is null and o.until >= access.today()
$$;
create function records.documents_let_in() returns bigint[] language sql stable security definer
    set search_path = records, pg_temp as $$
    select coalesce(array_agg(distinct n.document), '{}')
    from records.let_in l join records.narrowing n on n.id = l.narrowing
    where l.person = access.person() and n.ended_at is null
$$;
-- Whether a document is the actor's own side's: what it says in every version, shared or not.
create function records.is_own(owner bigint, organiser bigint, unit bigint, made_by bigint) returns boolean
    language sql stable as $$
    select (owner = any (access.seen_organisations()) and (unit is null or organiser is distinct from owner))
        or (organiser = owner and (organiser = any (access.seen_organisers()) or unit = any (access.seen_units())))
        or (owner = any (records.organisations_with('SHARE_DOCUMENTS')) and (unit is null or organiser is distinct from owner))
        or (access.everywhere('WRITE_DOCUMENTS') and (organiser is distinct from owner or made_by = access.person()))
$$;

alter table records.document enable row level security;
create policy seen on records.document for select using (
    visibility = 'PUBLIC'
    or (owner_organisation = any ((select access.seen_organisations())::bigint[])
        and (unit is null or organiser is distinct from owner_organisation))
    or (organiser = owner_organisation and (
        organiser = any ((select access.seen_organisers())::bigint[]) or unit = any ((select access.seen_units())::bigint[])))
    or (owner_organisation = any ((select records.organisations_with('SHARE_DOCUMENTS'))::bigint[])
        and (unit is null or organiser is distinct from owner_organisation))
    or ((select access.everywhere('WRITE_DOCUMENTS'))
        and (organiser is distinct from owner_organisation or made_by = access.person()))
    or id = any ((select records.opened_documents())::bigint[])
    or (visibility = 'SHARED' and (
        (select access.everywhere('READ_SHARED')) or (select access.everywhere('READ_REGISTER'))
        or shared_with && (select access.organisations_for('READ_SHARED'))::bigint[]
        or shared_with && (select access.organisations_for('READ_REGISTER'))::bigint[]
        or owner_organisation = any ((select access.organisations_for('READ_REGISTER'))::bigint[]))));
-- Narrower than that, where somebody has narrowed it.
create policy narrowed on records.document as restrictive for select using (
    narrowed_until is null or narrowed_until < access.today()
    or id = any ((select records.documents_let_in())::bigint[]));
create policy drafted on records.document for insert with check (
    records.may('WRITE_DOCUMENTS', owner_organisation, organiser, unit));
create policy changed on records.document for update using (
    records.may('WRITE_DOCUMENTS', owner_organisation, organiser, unit)
    or records.may('ADOPT_DOCUMENTS', owner_organisation, organiser, unit)
    or records.may('SHARE_DOCUMENTS', owner_organisation, organiser, unit));
grant select, insert (kind, language, record_room, record_id, owner_organisation, organiser, unit),
    update (record_room, record_id, version) on records.document to samverkan_app;

-- Everything below a document is seen by those who see it, and of its versions only those that are theirs to see.
do $$
declare
    guarded text;
begin
    foreach guarded in array '{document_version,document_file,adoption,opening,share,share_recipient,receipt,secrecy_mark,
            narrowing,let_in}'::text[] loop
        execute format('alter table records.%I enable row level security', guarded);
    end loop;
    foreach guarded in array '{share,secrecy_mark,narrowing}'::text[] loop
        execute format('create policy as_the_document on records.%I for select
            using (exists (select from records.document d where d.id = document))', guarded);
    end loop;
    foreach guarded in array '{document_file,adoption}'::text[] loop
        execute format('create policy as_the_version on records.%1$I for select using (exists (
            select from records.document_version v where v.document = %1$I.document and v.number = %1$I.version))', guarded);
    end loop;
    foreach guarded in array '{document_version,document_file,opening,secrecy_mark,narrowing}'::text[] loop
        execute format('create policy written on records.%I for insert with check (exists (
            select from records.document d where d.id = document
              and records.may(''WRITE_DOCUMENTS'', d.owner_organisation, d.organiser, d.unit)))', guarded);
    end loop;
    foreach guarded in array '{document_file,opening,secrecy_mark,narrowing}'::text[] loop
        execute format('create policy ended on records.%I for update using (exists (
            select from records.document d where d.id = document
              and records.may(''WRITE_DOCUMENTS'', d.owner_organisation, d.organiser, d.unit)))', guarded);
    end loop;
end $$;
create policy ones_own_or_shared on records.document_version for select using (
    exists (select from records.document d where d.id = document
        and (d.visibility = 'PUBLIC' or records.is_own(d.owner_organisation, d.organiser, d.unit, d.made_by)))
    or exists (select from records.share s where s.document = document_version.document and s.version = number)
    or exists (select from records.opening o where o.document = document_version.document and o.version <= number
        and o.person = access.person() and o.ended_at is null and o.until >= access.today()));
create policy ones_own on records.opening for select using (
    person = access.person() or exists (select from records.document d where d.id = document
        and records.is_own(d.owner_organisation, d.organiser, d.unit, d.made_by)));
create policy as_the_share on records.share_recipient for select
    using (exists (select from records.share s where s.id = share));
create policy as_the_share on records.receipt for select
    using (exists (select from records.share s where s.id = share));
create policy as_the_narrowing on records.let_in for select
    using (exists (select from records.narrowing n where n.id = narrowing));
create policy adopted on records.adoption for insert with check (exists (
    select from records.document d where d.id = document
      and (records.may('ADOPT_DOCUMENTS', d.owner_organisation, d.organiser, d.unit)
           or (decided_by is distinct from access.person()
               and records.may('SHARE_DOCUMENTS', d.owner_organisation, d.organiser, d.unit)))));
create policy shared on records.share for insert with check (exists (
    select from records.document d where d.id = document
      and records.may('SHARE_DOCUMENTS', d.owner_organisation, d.organiser, d.unit)));
create policy shared on records.share_recipient for insert with check (exists (
    select from records.share s where s.id = share and s.shared_in = pg_current_xact_id()
      and s.shared_by = access.person()));
create policy answered on records.receipt for insert with check (
    access.everywhere('RECEIPT_DOCUMENTS') or organisation = any (records.organisations_with('RECEIPT_DOCUMENTS')));
create policy narrowed on records.let_in for insert with check (exists (
    select from records.narrowing n join records.document d on d.id = n.document
    where n.id = narrowing and n.made_by = access.person() and n.ended_at is null
      and records.may('WRITE_DOCUMENTS', d.owner_organisation, d.organiser, d.unit)));
create policy of_documents on records.file for select using (
    exists (select from records.document_file f where f.file = file.id));

grant select on records.document_version, records.document_file, records.adoption, records.opening, records.share,
    records.share_recipient, records.receipt, records.secrecy_mark, records.narrowing, records.let_in to samverkan_app;
grant insert (document, number, title, note, number_reason) on records.document_version to samverkan_app;
grant insert (document, version, part, file), update (removed_at, removed_by) on records.document_file to samverkan_app;
grant insert (document, version, decided_by, decider, mandate, reference, decided_on) on records.adoption
    to samverkan_app;
grant insert (document, version, person, until, message), update (ended_at, ended_by) on records.opening
    to samverkan_app;
grant insert (document, version, message, checksum, number_reason) on records.share to samverkan_app;
grant insert (share, organisation, outcome, reason) on records.share_recipient to samverkan_app;
grant insert (share, organisation, kind, words, number_reason) on records.receipt to samverkan_app;
grant insert (document, provision, words), update (lifted_at, lifted_by, lifting_reason) on records.secrecy_mark
    to samverkan_app;
grant insert (document, reason, until), update (ended_at, ended_by) on records.narrowing to samverkan_app;
grant insert (narrowing, person) on records.let_in to samverkan_app;

-- Decisions stand: nobody takes back a version, an adoption, a share or a receipt, the owner of the tables included.
do $$
declare
    standing text;
begin
    foreach standing in array '{document_version,adoption,share,share_recipient,receipt,let_in}'::text[] loop
        execute format('create trigger stands before update or delete or truncate on records.%I
            for each statement execute function shared.refuse_change()', standing);
    end loop;
end $$;
-- What was ended stays ended, and nothing else of it changes.
create function records.only_end() returns trigger language plpgsql as $$
declare
    ending text[] := string_to_array(tg_argv[0], ',');
begin
    if to_jsonb(new) - ending is distinct from to_jsonb(old) - ending
            or (to_jsonb(old) ->> ending[1]) is not null then
        raise exception 'this is ended once, and not changed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_ended before update on records.opening
    for each row execute function records.only_end('ended_at,ended_by');
create trigger only_ended before update on records.narrowing
    for each row execute function records.only_end('ended_at,ended_by');
create trigger only_ended before update on records.secrecy_mark
    for each row execute function records.only_end('lifted_at,lifted_by,lifting_reason');
create trigger only_ended before update on records.document_file
    for each row execute function records.only_end('removed_at,removed_by');

-- What is adopted or shared is not added to: a newer version is.
create function records.refuse_fixed() returns trigger language plpgsql security definer
    set search_path = records, pg_temp as $$
begin
    if exists (select from records.adoption a where a.document = new.document and a.version = new.version)
            or exists (select from records.share s where s.document = new.document and s.version = new.version) then
        raise exception 'the version is fixed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger not_fixed before insert or update on records.document_file
    for each row execute function records.refuse_fixed();
-- Only what is adopted is shared.
create function records.refuse_unadopted() returns trigger language plpgsql security definer
    set search_path = records, pg_temp as $$
begin
    if not exists (select from records.adoption a where a.document = new.document and a.version = new.version) then
        raise exception 'the version is not adopted' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger is_adopted before insert on records.share
    for each row execute function records.refuse_unadopted();

create function records.show_as_shared() returns trigger language plpgsql security definer
    set search_path = records, pg_temp as $$
begin
    update records.document d
    set visibility = case when d.visibility = 'PUBLIC' then 'PUBLIC' else 'SHARED' end,
        shared_with = case when new.organisation = any (d.shared_with) then d.shared_with
                           else d.shared_with || new.organisation end
    from records.share s where s.id = new.share and d.id = s.document;
    return null;
end $$;
create trigger shows after insert on records.share_recipient
    for each row execute function records.show_as_shared();
create function records.show_as_opened() returns trigger language plpgsql security definer
    set search_path = records, pg_temp as $$
begin
    update records.document d
    set visibility = case when exists (
        select from records.opening o where o.document = d.id and o.ended_at is null) then 'OPENED' else 'OWN' end
    where d.id = new.document and d.visibility in ('OWN', 'OPENED');
    return null;
end $$;
create trigger shows after insert or update on records.opening
    for each row execute function records.show_as_opened();
-- Whoever narrows it is let in first, and then it is narrow.
create function records.show_as_narrowed() returns trigger language plpgsql security definer
    set search_path = records, pg_temp as $$
begin
    update records.document d set narrowed_until = coalesce(n.until, 'infinity')
    from records.narrowing n where n.id = new.narrowing and d.id = n.document;
    return null;
end $$;
create trigger shows after insert on records.let_in
    for each row execute function records.show_as_narrowed();
create function records.show_as_widened() returns trigger language plpgsql security definer
    set search_path = records, pg_temp as $$
begin
    update records.document set narrowed_until = null where id = new.document;
    return null;
end $$;
create trigger shows after update on records.narrowing
    for each row execute function records.show_as_widened();

-- Whom a document can be opened to, or who can be let in: people with a role today, by letters of their name.
create function records.people_to_name(letters text) returns table (id bigint, name text, roles text[], place text)
    language sql stable security definer set search_path = records, pg_temp as $$
    select p.id, p.name, array_agg(distinct a.role order by a.role),
        coalesce(string_agg(distinct coalesce(u.name, o.name), ', '), '')
    from access.person p
    join access.assignment a on a.person = p.id and a.deleted_at is null
        and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
    left join organisation.organisation o on o.id = a.organisation
    left join organisation.unit u on u.id = a.unit
    where not p.service and p.deleted_at is null and p.pseudonymised_at is null
      and coalesce(p.left_on, 'infinity') >= access.today() and p.id <> access.person() and access.person() <> 0
      and length(trim(letters)) >= 2 and position(lower(trim(letters)) in lower(p.name)) > 0
    group by p.id, p.name
    order by p.name, p.id
    limit 20
$$;

-- A document as the reader sees it: by the newest version that is the reader's to see.
create view records.document_seen with (security_invoker = true) as
select d.id, d.kind, d.language, d.record_room, d.record_id, d.owner_organisation, o.name as owner_name, d.organiser, d.unit,
    coalesce(u.name, '') as unit_name, d.visibility, d.version, d.made_by, d.made_at, v.number, v.title,
    v.made_at as written_at, coalesce(m.provision, '') as mark,
    coalesce(d.narrowed_until >= access.today(), false) as narrowed,
    case when exists (select from records.share s where s.document = d.id and s.version = v.number) then 'SHARED'
         when exists (select from records.adoption a where a.document = d.id and a.version = v.number) then 'ADOPTED'
         else 'DRAFT' end as state
from records.document d
cross join lateral (
    select w.number, w.title, w.made_at from records.document_version w where w.document = d.id
    order by w.number desc limit 1) v
join organisation.organisation o on o.id = d.owner_organisation
left join organisation.unit u on u.id = d.unit
left join records.secrecy_mark m on m.document = d.id and m.lifted_at is null;
grant select on records.document_seen to samverkan_app;

-- Where the actor may draw up documents: organisations, and units. Whoever may everywhere does so for agencies and offices.
create function records.places_to_write() returns table (organisation bigint, unit bigint, organiser boolean, name text)
    language sql stable as $$
    select o.id, null::bigint, o.kind = 'ORGANISER', o.name from organisation.organisation o
    where o.deleted_at is null and (o.id = any (records.organisations_with('WRITE_DOCUMENTS'))
        or (o.kind in ('AGENCY', 'OFFICE') and access.everywhere('WRITE_DOCUMENTS')))
    union all
    select u.organiser, u.id, true, u.name from organisation.unit u
    where u.id = any (records.units_with('WRITE_DOCUMENTS'))
    order by 4, 1, 2
$$;
