-- Files, in parts that are read and written one at a time: every copy of the application serves them, a backup has them,
-- and nothing is ever whole in memory. What is compressed already is not compressed again.
create table records.file (
    id bigint generated always as identity primary key,
    name text not null check (length(trim(name)) between 1 and 200),
    media_type text not null,
    size bigint not null check (size > 0),
    checksum bytea not null,
    scan text not null check (scan in ('CLEAN', 'NOT_SCANNED', 'MADE_HERE')),
    cleaned boolean not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    attached_at timestamptz
);
create index file_held on records.file (made_at) where attached_at is null;

create table records.file_part (
    file bigint not null references records.file on delete cascade,
    number int not null check (number >= 0),
    content bytea not null,
    primary key (file, number)
);
alter table records.file_part alter column content set storage external;

-- A file that nothing has taken up yet is its sender's only: a form that was refused comes back with it. The right to any
-- other is the right to the record that it is attached to; each room that attaches files adds a policy for its own records.
alter table records.file enable row level security;
alter table records.file_part enable row level security;
create policy held on records.file for all
    using (made_by = access.person() and made_by <> 0 and attached_at is null)
    with check (made_by = access.person() and made_by <> 0);
create policy as_the_file on records.file_part for select
    using (exists (select from records.file f where f.id = file));
create policy sent on records.file_part for insert with check (exists (
    select from records.file f where f.id = file and f.made_by = access.person() and f.attached_at is null));

grant select, insert (name, media_type, size, checksum, scan, cleaned), update (attached_at) on records.file
    to samverkan_app;
grant select, insert on records.file_part to samverkan_app;

-- Once attached, a file is what it was: it names its bytes by their checksum.
create function records.keep_file_as_it_was() returns trigger language plpgsql as $$
begin
    if old.attached_at is not null
            or (new.name, new.media_type, new.size, new.checksum, new.scan, new.cleaned, new.made_by, new.made_at)
                is distinct from
               (old.name, old.media_type, old.size, old.checksum, old.scan, old.cleaned, old.made_by, old.made_at) then
        raise exception 'a file stays as it was' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger files_stay before update on records.file for each row execute function records.keep_file_as_it_was();

-- Forgets what was sent with forms that nobody took up again.
create function records.forget_held_files(after_hours int) returns bigint language plpgsql security definer
    set search_path = records, pg_temp as $$
declare
    gone bigint;
begin
    delete from records.file where attached_at is null and made_at < now() - make_interval(hours => after_hours);
    get diagnostics gone = row_count;
    return gone;
end $$;
