grant usage on schema discussion to samverkan_app;

-- A comment on a part of a record of any room. Who sees the record sees what is said of it: each room opens its kinds of
-- record with the call that gives the ids of those that the actor sees. What has been said is not changed; whoever said it
-- can take it back.
create table discussion.comment (
    id bigint generated always as identity primary key,
    kind text not null,
    about bigint not null,
    part text not null default '',
    words text not null check (length(trim(words)) between 1 and 10000),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    settled_by bigint,
    settled_at timestamptz
);
create index comment_by_record on discussion.comment (kind, about, made_at);

alter table discussion.comment enable row level security;
grant select, insert, update (withdrawn_at, settled_by, settled_at) on discussion.comment to samverkan_app;

-- Opens a kind of record for comments. A procedure of the owner's, called by the migrations of the rooms.
create procedure discussion.open_kind(record_kind text, seen_call text) language plpgsql as $$
begin
    execute format($policy$
        create policy %I on discussion.comment for select using (
            kind = %L and about = any ((select %s)::bigint[]))
        $policy$, 'seen ' || record_kind, record_kind, seen_call);
    execute format($policy$
        create policy %I on discussion.comment for insert with check (
            kind = %L and about = any ((select %s)::bigint[]) and made_by = access.person())
        $policy$, 'said ' || record_kind, record_kind, seen_call);
    execute format($policy$
        create policy %I on discussion.comment for update using (
            kind = %L and about = any ((select %s)::bigint[]))
        $policy$, 'settled ' || record_kind, record_kind, seen_call);
end $$;

-- Only whoever said something takes it back, and nobody changes what stands.
create function discussion.keep_what_was_said() returns trigger language plpgsql as $$
begin
    if new.withdrawn_at is distinct from old.withdrawn_at and old.made_by <> access.person() then
        raise exception 'only whoever said it takes it back' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger comments_are_ones_own before update on discussion.comment
    for each row execute function discussion.keep_what_was_said();
