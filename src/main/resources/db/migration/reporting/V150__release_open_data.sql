-- A table that has been released to everybody: what is in it, masked, as it was then, and who released it. It has passed the disclosure
-- audit; nothing is released by itself. A release stands. One that was wrong is taken back with the reason, and keeps its address.
create table reporting.release (
    id bigint generated always as identity primary key,
    organisation bigint not null references organisation.organisation,
    variant text not null,
    topic text not null,
    dataset text not null check (dataset ~ '^[a-z0-9-]+$'),
    version int not null check (version > 0),
    programme jsonb not null,
    content jsonb not null,
    words text not null default '' check (length(words) <= 2000),
    counted_at timestamptz not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    withdrawn_by bigint,
    withdrawn_at timestamptz,
    withdrawn_why text not null default '' check (length(withdrawn_why) <= 2000),
    unique (dataset, version),
    check ((withdrawn_by is null) = (withdrawn_at is null)),
    check (withdrawn_at is null or length(trim(withdrawn_why)) > 0)
);
create index release_by_programme on reporting.release (organisation, variant);

create function reporting.keep_release() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.withdrawn_at is not null or (to_jsonb(new) - '{withdrawn_by,withdrawn_at,withdrawn_why}'::text[])
            <> (to_jsonb(old) - '{withdrawn_by,withdrawn_at,withdrawn_why}'::text[]) then
        raise exception 'what has been released stands' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger releases_stand before update or delete on reporting.release
    for each row execute function reporting.keep_release();

-- Everybody reads it: it was released. Releasing and taking back is for those who hold the verb at the organisation.
alter table reporting.release enable row level security;
create policy public on reporting.release for select using (true);
create policy released on reporting.release for insert with check (
    made_by = access.person() and ((select access.everywhere('RELEASE_OPEN_DATA'))
        or organisation = any ((select access.organisations_for('RELEASE_OPEN_DATA'))::bigint[])));
create policy taken_back on reporting.release for update using (
    (select access.everywhere('RELEASE_OPEN_DATA'))
    or organisation = any ((select access.organisations_for('RELEASE_OPEN_DATA'))::bigint[]));

grant select, insert, update (withdrawn_by, withdrawn_at, withdrawn_why) on reporting.release to samverkan_app;
