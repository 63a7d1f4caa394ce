-- What a programme variant says, in versions. A version is a draft until it is published; then it stands for ever, since
-- partnerships run under it. One that inherits keeps what it says itself (content) beside the whole that came of it.
create table programme.version (
    variant text not null references programme.variant,
    version int not null check (version > 0),
    parent text,
    parent_version int,
    content jsonb not null,
    whole jsonb not null,
    revision int not null default 1,
    shipped bytea,
    begun_by bigint not null default access.person(),
    begun_at timestamptz not null default now(),
    changed_by bigint not null default access.person(),
    changed_at timestamptz not null default now(),
    primary key (variant, version),
    foreign key (parent, parent_version) references programme.version,
    check ((parent is null) = (parent_version is null)),
    check (parent is distinct from variant)
);
comment on column programme.version.shipped is 'checksum of the file that came with the program; null for what is made here';
create index version_by_parent on programme.version (parent, parent_version);

-- That partnerships may begin with a version: a decision, with who and when.
create table programme.publication (
    variant text not null,
    version int not null,
    reason text not null,
    published_by bigint not null default access.person(),
    published_at timestamptz not null default now(),
    primary key (variant, version),
    foreign key (variant, version) references programme.version
);

create function programme.is_published(in_variant text, in_version int) returns boolean language sql stable
    security definer set search_path = programme, pg_temp as $$
    select exists (select from programme.publication where variant = in_variant and version = in_version)
$$;

create function programme.refuse_published() returns trigger language plpgsql security definer
    set search_path = programme, pg_temp as $$
begin
    if programme.is_published(old.variant, old.version) then
        raise exception 'the version is published' using errcode = 'object_not_in_prerequisite_state';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger published before update or delete on programme.version
    for each row execute function programme.refuse_published();

-- What is published is open to all; a draft to those who keep the variants.
do $$
declare
    guarded text;
begin
    foreach guarded in array '{variant,version,publication}'::text[] loop
        execute format('alter table programme.%I enable row level security', guarded);
        execute format('grant select on programme.%I to samverkan_app', guarded);
        execute format('create policy kept on programme.%I for all
            using ((select access.everywhere(''MANAGE_VARIANTS''))) with check ((select access.everywhere(''MANAGE_VARIANTS'')))',
            guarded);
    end loop;
end $$;
create policy named on programme.variant for select using (true);
create policy published on programme.version for select using (programme.is_published(variant, version));
create policy published on programme.publication for select using (true);

grant insert, update (name_sv, name_en) on programme.variant to samverkan_app;
grant insert (variant, version, parent, parent_version, content, whole, shipped), delete,
    update (parent, parent_version, content, whole, revision, changed_by, changed_at) on programme.version to samverkan_app;
grant insert (variant, version, reason) on programme.publication to samverkan_app;
