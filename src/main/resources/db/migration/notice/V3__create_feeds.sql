-- The secret address of somebody's calendar: its digest only, so what lies here opens nothing.
create table notice.feed (
    person bigint primary key default access.person() references access.person,
    digest bytea not null unique,
    made_at timestamptz not null default now()
);
alter table notice.feed enable row level security;
create policy ones_own on notice.feed for all using (person = access.person());
grant select (person, made_at), insert (digest), update (digest, made_at), delete on notice.feed to samverkan_app;

-- Whose calendar it is, asked before anybody is named to the database; nobody's when the person has left.
create function notice.feed_person(wanted bytea) returns bigint
    language sql stable security definer set search_path = notice, pg_temp as $$
    select f.person from notice.feed f where f.digest = wanted and access.may_come_in(f.person)
$$;
