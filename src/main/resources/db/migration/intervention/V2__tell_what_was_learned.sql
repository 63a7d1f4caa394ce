-- What a unit, an organiser or a provider has learned and lets others read (erfarenhetsutbyte). Who wrote it chooses who reads it:
-- nobody else, all of the own organisation, all providers, or everybody who works in the programme.
create table intervention.lesson (
    id bigint generated always as identity primary key,
    organisation bigint not null references organisation.organisation,
    unit bigint references organisation.unit,
    title text not null check (length(trim(title)) between 1 and 200),
    themes text[] not null check (cardinality(themes) > 0),
    cause text not null check (length(trim(cause)) between 1 and 2000),
    tried text not null check (length(trim(tried)) between 1 and 20000),
    seen text not null default '' check (length(seen) <= 20000),
    again text not null default '' check (length(again) <= 20000),
    readers text not null check (readers in ('OWN', 'ORGANISATION', 'PROVIDERS', 'EVERYBODY')),
    -- Its words as a Swede hears them, made by the application; those of title and cause are labelled A.
    heard tsvector not null,
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    changed_by bigint not null default access.person(),
    changed_at timestamptz not null default now(),
    removed_by bigint,
    removed_at timestamptz,
    check ((removed_by is null) = (removed_at is null))
);
create index lesson_heard on intervention.lesson using gin (heard);
create index lesson_by_unit on intervention.lesson (unit);
create index lesson_by_organisation on intervention.lesson (organisation);
create index lesson_by_age on intervention.lesson (made_at desc, id desc);

-- A lesson of a unit is its organiser's.
create function intervention.tell_organiser() returns trigger language plpgsql as $$
begin
    select u.organiser into strict new.organisation from organisation.unit u where u.id = new.unit;
    return new;
end $$;
create trigger organiser before insert on intervention.lesson for each row when (new.unit is not null)
    execute function intervention.tell_organiser();

-- The organisations for which the actor writes of their own, not of one of their units.
create function intervention.telling_organisations() returns bigint[] language sql stable security definer
    set search_path = access, pg_temp as $$
    select coalesce(array_agg(s.id), '{}') from unnest(access.seen_organisations()) s(id)
    where s.id = any (access.organisations_for('WRITE_LESSONS'))
$$;

-- Whether the actor works for a provider.
create function intervention.is_provider() returns boolean language sql stable security definer
    set search_path = access, pg_temp as $$
    select exists (
        select from access.assignment a
        join access.role r on r.role = a.role and r.side = 'PROVIDER'
        join access.permission p on p.role = a.role and p.verb = 'READ_LESSONS' and p.reach = 'OWN'
        where a.person = access.person() and a.deleted_at is null
          and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today())
$$;

alter table intervention.lesson enable row level security;
create policy own on intervention.lesson for all using (
    unit = any ((select access.units_for('WRITE_LESSONS'))::bigint[])
    or (unit is null and organisation = any ((select intervention.telling_organisations())::bigint[]))
    or (select access.everywhere('WRITE_LESSONS')));
create policy let_read on intervention.lesson for select using (
    removed_at is null and (
        (readers = 'EVERYBODY' and (select intervention.holds('READ_LESSONS')))
        or (readers = 'PROVIDERS' and (select intervention.is_provider()))
        or (readers in ('ORGANISATION', 'PROVIDERS', 'EVERYBODY')
            and organisation = any ((select access.organisations_for('READ_LESSONS'))::bigint[]))));

-- The search itself: what the two policies let the actor read, of what has the words that are asked for. Indexes on words go unused
-- under a policy, so it is read past the policies, with the same conditions written once more; a test holds the two together. Of more
-- than a thousand answers a thousand are ranked, since a question with so many is to be narrowed, not read.
create function intervention.lessons_found(asked text, about text[], leaving_out bigint, most int, skip bigint)
    returns table (id bigint, total bigint) language plpgsql stable security definer
    set search_path = intervention, pg_temp as $$
declare
    may_write bigint[] := access.units_for('WRITE_LESSONS');
    may_tell bigint[] := intervention.telling_organisations();
    writes_all boolean := access.everywhere('WRITE_LESSONS');
    reads boolean := intervention.holds('READ_LESSONS');
    provides boolean := intervention.is_provider();
    readable bigint[] := access.organisations_for('READ_LESSONS');
begin
    return query execute format($q$
        with hit as materialized (
            select l.id, l.heard, l.made_at from intervention.lesson l
            where %s and %s and l.removed_at is null and l.id <> $3
              and (l.unit = any ($4) or (l.unit is null and l.organisation = any ($5)) or $6
                or (l.readers = 'EVERYBODY' and $7) or (l.readers = 'PROVIDERS' and $8)
                or (l.readers <> 'OWN' and l.organisation = any ($9)))
            %s limit 1000
        )
        select h.id, count(*) over () from hit h
        order by %s h.made_at desc, h.id desc limit $10 offset $11 $q$,
        case when asked = '' then 'true' else 'l.heard @@ $1::tsquery' end,
        case when about = '{}' then 'true' else 'l.themes && $2' end,
        case when asked = '' then 'order by l.made_at desc, l.id desc' else '' end,
        case when asked = '' then '' else 'ts_rank(h.heard, $1::tsquery) desc,' end)
    using asked, about, leaving_out, may_write, may_tell, writes_all, reads, provides, readable, most, skip;
end $$;

-- What somebody has written, for an extract.
create function intervention.lessons_of_person(wanted bigint)
    returns table (title text, made_at timestamptz) language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select l.title, l.made_at from intervention.lesson l
    where (select access.everywhere('EXTRACT_PERSON')) and wanted in (l.made_by, l.changed_by) order by l.id
$$;

-- Lessons that were removed can be taken back for 30 days; then they can go for good.
create function intervention.lessons_at_rest(by_day date, most int) returns table (id bigint, title text, rested_on date)
    language sql stable security definer set search_path = intervention, pg_temp as $$
    select l.id, l.title, (l.removed_at at time zone 'Europe/Stockholm')::date from intervention.lesson l
    where (select access.everywhere('DISPOSE_RECORDS')) and l.removed_at is not null
      and (l.removed_at at time zone 'Europe/Stockholm')::date <= by_day and l.removed_at < now() - interval '30 days'
    order by l.removed_at, l.id limit most
$$;
create function intervention.dispose_lessons(wanted bigint[]) returns void language sql security definer
    set search_path = intervention, pg_temp as $$
    delete from intervention.lesson l where (select access.everywhere('DISPOSE_RECORDS'))
      and l.removed_at < now() - interval '30 days' and l.id = any (wanted)
$$;
insert into records.retention_rule (kind, years, reason, legal_ground) values
    ('removed-lessons', 1, 'En erfarenhet som har tagits bort av den som skrev den behövs inte längre.',
        'Arkivlagen (1990:782) 10 §');

grant select, insert, update on intervention.lesson to samverkan_app;
