-- A secrecy mark (sekretessmarkering) on one field of a record of any room: by which provision, why, until when, and who reads
-- it in spite of the mark. It names the record and travels with it; the words lie in a row of their own, which only those let
-- in see. Whoever sees the record sees that the field is marked. Each room opens its kinds below.
create table records.field_mark (
    id bigint generated always as identity primary key,
    kind text not null,
    about bigint not null,
    field text not null,
    provision text not null check (length(trim(provision)) > 0),
    reason text not null check (length(trim(reason)) > 0),
    until date,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    lifted_by bigint,
    lifted_at timestamptz,
    lifting_reason text,
    check ((lifted_at is null) = (lifting_reason is null))
);
create unique index one_standing_field_mark on records.field_mark (kind, about, field) where lifted_at is null;
create table records.field_reader (
    mark bigint not null references records.field_mark,
    person bigint not null references access.person,
    primary key (mark, person)
);
create index field_reader_by_person on records.field_reader (person);

-- The records of a kind whose field is marked and shut to the actor today. Few, so an array of ids.
create function records.shut_fields(of_kind text, of_field text) returns bigint[] language sql stable security definer
    set search_path = records, pg_temp as $$
    select coalesce(array_agg(m.about), '{}') from records.field_mark m
    where m.kind = of_kind and m.field = of_field and m.lifted_at is null and coalesce(m.until, 'infinity') >= access.today()
      and not exists (select from records.field_reader r where r.mark = m.id and r.person = access.person())
$$;

alter table records.field_mark enable row level security;
alter table records.field_reader enable row level security;
grant select, insert (kind, about, field, provision, reason, until), update (lifted_by, lifted_at, lifting_reason)
    on records.field_mark to samverkan_app;
grant select, insert on records.field_reader to samverkan_app;

-- Opens a kind of record for marks. A procedure of the owner's, called by the migrations of the rooms with two conditions on
-- "field_mark.about": that the actor sees the record, and that the actor may mark it.
create procedure records.open_marks(record_kind text, seen text, marking text) language plpgsql as $$
begin
    execute format('create policy %I on records.field_mark for select using (kind = %L and (%s))',
        'seen ' || record_kind, record_kind, seen);
    execute format('create policy %I on records.field_mark for insert with check (kind = %L and (%s))',
        'marked ' || record_kind, record_kind, marking);
    execute format('create policy %I on records.field_mark for update using (kind = %L and (%s))',
        'lifted ' || record_kind, record_kind, marking);
end $$;
-- Who is shut out lifts nothing.
create policy read_by_those_let_in on records.field_mark as restrictive for update using (
    not about = any (records.shut_fields(kind, field)));
create policy as_the_mark on records.field_reader for select
    using (exists (select from records.field_mark m where m.id = mark));
create policy as_the_mark_is_made on records.field_reader for insert with check (exists (
    select from records.field_mark m where m.id = mark and m.made_by = access.person() and m.lifted_at is null
      and m.made_at = now()));

-- That somebody stands aside (jäv, or another reason) from a document, or from all of its owner's documents in the same
-- matter: who, why, until when. Whoever stands aside does not see it, whatever their roles give, and cannot end it.
create table records.aside (
    id bigint generated always as identity primary key,
    document bigint not null references records.document,
    person bigint not null references access.person,
    whole_matter boolean not null default false,
    reason text not null check (length(trim(reason)) > 0),
    until date,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    ended_by bigint,
    ended_at timestamptz
);
create unique index aside_once on records.aside (document, person) where ended_at is null;
create index aside_by_person on records.aside (person) where ended_at is null;

create function records.documents_aside() returns bigint[] language sql stable security definer
    set search_path = records, pg_temp as $$
    select coalesce(array_agg(distinct d.id), '{}')
    from records.aside a
    join records.document o on o.id = a.document
    join records.document d on d.id = o.id or (a.whole_matter and o.record_id <> '' and d.record_room = o.record_room
        and d.record_id = o.record_id and d.owner_organisation = o.owner_organisation)
    where a.person = access.person() and a.ended_at is null and coalesce(a.until, 'infinity') >= access.today()
$$;
create policy not_aside on records.document as restrictive for select using (
    id <> all ((select records.documents_aside())::bigint[]));

alter table records.aside enable row level security;
create policy as_the_document on records.aside for select
    using (exists (select from records.document d where d.id = document));
create policy written on records.aside for insert with check (exists (
    select from records.document d where d.id = document
      and records.may('WRITE_DOCUMENTS', d.owner_organisation, d.organiser, d.unit)));
create policy ended on records.aside for update using (exists (
    select from records.document d where d.id = document
      and records.may('WRITE_DOCUMENTS', d.owner_organisation, d.organiser, d.unit)));
grant select, insert (document, person, whole_matter, reason, until), update (ended_by, ended_at)
    on records.aside to samverkan_app;
