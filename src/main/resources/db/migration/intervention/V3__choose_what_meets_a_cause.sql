-- That people have chosen something from a catalogue for a cause or an area, and why. What the program said for it, and what the entry
-- was called, are kept as they were. Nothing is changed: a choice is undone.
create table intervention.choice (
    id bigint generated always as identity primary key,
    analysis bigint not null,
    partnership bigint not null,
    unit bigint not null references organisation.unit,
    part bigint not null,
    entry bigint not null references intervention.entry,
    title text not null,
    provider text not null,
    words text not null check (length(trim(words)) between 1 and 5000),
    reasons text[] not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    undone_by bigint,
    undone_at timestamptz,
    check ((undone_by is null) = (undone_at is null))
);
create unique index chosen_once on intervention.choice (part, entry) where undone_at is null;
create index choice_by_analysis on intervention.choice (analysis);
create index choice_by_partnership on intervention.choice (partnership);
create index choice_by_entry on intervention.choice (entry) where undone_at is null;

-- Read and made by those who read the analysis and write in it.
alter table intervention.choice enable row level security;
create policy known on intervention.choice for select using (analysis = any ((select analysis.known())::bigint[]));
create policy made on intervention.choice for insert with check (
    made_by = access.person() and analysis = any ((select analysis.written())::bigint[]));
create policy undone on intervention.choice for update using (analysis = any ((select analysis.written())::bigint[]));

-- How many other units have chosen each entry: a number, never which units.
create function intervention.chosen_by_others(but bigint) returns table (entry bigint, units bigint)
    language sql stable security definer set search_path = intervention, pg_temp as $$
    select c.entry, count(distinct c.unit) from intervention.choice c
    where c.undone_at is null and c.unit <> but group by c.entry
$$;

grant select, insert, update (undone_by, undone_at) on intervention.choice to samverkan_app;
