grant usage on schema organisation to samverkan_app;

create table organisation.county (
    code char(2) primary key,
    name text not null
);

create table organisation.municipality (
    code char(4) primary key,
    name text not null,
    county char(2) not null references organisation.county
);

-- Kolada's groups: which municipalities resemble which, per kind of likeness and year.
create table organisation.similar_municipality (
    likeness text not null,
    year smallint not null,
    municipality char(4) not null references organisation.municipality,
    member char(4) not null references organisation.municipality,
    primary key (likeness, municipality, member)
);

-- Organisers, providers, the agency and offices. A sole trader's number is a personal identity number, so the key that
-- stands in addresses and logs is another one for them.
create table organisation.organisation (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('ORGANISER', 'PROVIDER', 'AGENCY', 'OFFICE')),
    key text not null unique,
    number text unique,
    name text not null,
    organiser_type text check (organiser_type in ('MUNICIPAL', 'INDEPENDENT', 'REGION', 'STATE')),
    provider_kind text check (provider_kind in ('UNIVERSITY', 'SPSM', 'MUNICIPAL_SUPPORT', 'AGENCY', 'PRIVATE')),
    municipality char(4) references organisation.municipality,
    sole_trader boolean not null default false,
    source text not null,
    version int not null default 0,
    deleted_at timestamptz,
    check (kind <> 'ORGANISER' or organiser_type is not null and deleted_at is null),
    check (kind <> 'PROVIDER' or provider_kind is not null),
    check (not sole_trader or key <> number)
);
create index organisation_by_name on organisation.organisation (lower(name));
-- What people enter by its name has a name of its own; what registers tell need not.
create unique index other_organisation_name_is_its_own on organisation.organisation (lower(name))
    where kind <> 'ORGANISER' and deleted_at is null;

-- Schools, preschools and the organisers' own level, which lies in no municipality when the organiser does not. The key
-- is the school unit code where there is one.
create table organisation.unit (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('SCHOOL', 'PRESCHOOL', 'ORGANISER')),
    key text not null unique,
    code char(8) unique check (code ~ '^[0-9]{8}$'),
    name text not null,
    organiser bigint not null references organisation.organisation,
    municipality char(4) references organisation.municipality,
    status text not null default 'ACTIVE' check (status in ('PLANNED', 'ACTIVE', 'RESTING', 'CLOSED')),
    opened date,
    closed date,
    special_support boolean not null default false,
    international boolean not null default false,
    orientation text,
    address text,
    postal_code text,
    locality text,
    source text not null,
    version int not null default 0,
    check (kind = 'ORGANISER' or municipality is not null)
);
create index unit_by_name on organisation.unit (name collate "sv-SE-x-icu", key);
create index unit_by_organiser on organisation.unit (organiser);
create unique index one_level_of_its_own on organisation.unit (organiser) where kind = 'ORGANISER';
create index unit_by_municipality on organisation.unit (municipality);

-- What a unit was called and whose it was, for every day that is known.
create table organisation.unit_history (
    unit bigint not null references organisation.unit,
    valid_from date not null,
    valid_to date,
    name text not null,
    organiser bigint not null references organisation.organisation,
    municipality char(4) references organisation.municipality,
    status text not null,
    special_support boolean not null default false,
    international boolean not null default false,
    source text not null,
    primary key (unit, valid_from),
    check (valid_to is null or valid_to > valid_from)
);

-- Forms of schooling and grades are data with a time of validity.
create table organisation.school_form (
    code text not null,
    valid_from date not null,
    valid_to date,
    register_code text,
    name_sv text not null,
    name_en text not null,
    position smallint not null,
    primary key (code, valid_from)
);

create table organisation.grade (
    form text not null,
    grade text not null,
    position smallint not null,
    last boolean not null default false,
    valid_from date not null,
    valid_to date,
    primary key (form, grade, valid_from)
);

create table organisation.unit_form (
    unit bigint not null references organisation.unit,
    form text not null,
    grades text[] not null default '{}',
    primary key (unit, form)
);
create index unit_form_by_form on organisation.unit_form (form);

-- The grades of a unit in their order: F, 1, …, 9, 10.
create function organisation.in_order(grades jsonb) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(g order by g <> 'F', length(g), g), '{}') from jsonb_array_elements_text(grades) g
$$;

-- What people look for: one row per name, its words made by the application (see docs/adr on Swedish search). Labels of
-- the words: A the name's own, B the name's without rings and dots, C and D the same for what stands around it.
create table organisation.search_entry (
    kind text not null check (kind in ('SCHOOL', 'PRESCHOOL', 'ORGANISER', 'MUNICIPALITY', 'COUNTRY')),
    ref text not null,
    name text not null,
    said text collate "C" not null,
    context text not null,
    words tsvector not null,
    weight real not null default 0,
    primary key (kind, ref)
);
create index search_entry_words on organisation.search_entry using gin (words);
create index search_entry_said on organisation.search_entry (said);

-- Every word that a name or its surroundings has had, without rings and dots: what a misspelled word can have meant.
create table organisation.search_word (
    word text collate "C" primary key
);
create index search_word_alike on organisation.search_word using gin (word gin_trgm_ops);

-- The words that look like the one that was typed. 0.42 is low enough for a short word with two letters that changed
-- places (skoaln and skolan share 3 of 7 trigrams); which of them was meant, the application judges.
create function organisation.words_like(typed text) returns setof text language sql stable
    set pg_trgm.word_similarity_threshold = 0.42 as $$
    select word from organisation.search_word where typed <% word
    order by word_similarity(typed, word) desc, abs(length(word) - length(typed)), word limit 200
$$;

-- After many names at once: what waits to be sorted into the indexes is sorted in, so that nobody's typing pays for it.
create procedure organisation.tidy_search() language plpgsql security definer
    set search_path = organisation, pg_temp as $$
begin
    perform gin_clean_pending_list('organisation.search_entry_words');
    perform gin_clean_pending_list('organisation.search_word_alike');
end $$;
grant execute on procedure organisation.tidy_search() to samverkan_app;

grant select, insert, update on
    organisation.county, organisation.municipality, organisation.organisation, organisation.unit,
    organisation.unit_history, organisation.unit_form, organisation.search_entry to samverkan_app;
grant delete on organisation.unit_form, organisation.search_entry to samverkan_app;
grant select, insert, delete on organisation.similar_municipality to samverkan_app;
grant select on organisation.school_form, organisation.grade to samverkan_app;
grant select, insert on organisation.search_word to samverkan_app;
