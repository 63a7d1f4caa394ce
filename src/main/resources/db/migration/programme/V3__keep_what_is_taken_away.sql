-- Something that was taken away from a list in a draft, so that it can be put back for 30 days, or until the draft is gone.
create table programme.removed_part (
    id bigint generated always as identity primary key,
    variant text not null,
    version int not null,
    at text not null,
    list text not null,
    place int not null check (place >= 0),
    thing jsonb not null,
    removed_by bigint not null default access.person(),
    removed_at timestamptz not null default now(),
    restored_at timestamptz,
    foreign key (variant, version) references programme.version on delete cascade
);
create index removed_part_by_version on programme.removed_part (variant, version);
alter table programme.removed_part enable row level security;
create policy kept on programme.removed_part for all using ((select access.everywhere('MANAGE_VARIANTS')))
    with check ((select access.everywhere('MANAGE_VARIANTS')));
grant select, insert (variant, version, at, list, place, thing), update (restored_at) on programme.removed_part
    to samverkan_app;
