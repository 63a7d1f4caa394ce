-- Keys to the API: only the digest of the secret is kept, its beginning is shown so that people can tell keys apart.
-- A key can do what its scope names, of what its owner may at that moment; it ends within a year. The request is the
-- form's own number, so that a form sent twice makes one key.
create table access.api_token (
    id bigint generated always as identity primary key,
    person bigint not null references access.person,
    name text not null check (length(trim(name)) between 1 and 100),
    prefix text not null,
    digest bytea not null unique,
    scope text[] not null check (cardinality(scope) > 0),
    request uuid not null unique,
    made_by bigint not null references access.person,
    made_on date not null default access.today(),
    ends_on date not null,
    revoked_at timestamptz,
    used_on date,
    version int not null default 0,
    check (ends_on between made_on and made_on + 366)
);
create index api_token_by_person on access.api_token (person);

alter table access.api_token enable row level security;
create policy ones_own on access.api_token for select using (person = access.person());
create policy managed_everywhere on access.api_token for all using ((select access.everywhere('MANAGE_TOKENS')));
create policy seen_within on access.api_token for select using (
    person = any ((select access.people_within('MANAGE_TOKENS'))::bigint[]));
create policy made_within on access.api_token for insert with check (
    (select cardinality(access.organisations_for('MANAGE_TOKENS')) > 0)
    and (person = access.person() or access.manages(person)));
create policy changed_within on access.api_token for update using (
    (select cardinality(access.organisations_for('MANAGE_TOKENS')) > 0)
    and (person = access.person() or access.manages(person)));

grant select (id, person, name, prefix, scope, request, made_by, made_on, ends_on, revoked_at, used_on, version),
    insert, update (revoked_at, version) on access.api_token to samverkan_app;

-- Whose key this is and how it stands; read before anybody is named to the database. The day of the last use is noted
-- once a day.
create function access.token_bearer(wanted bytea)
    returns table (id bigint, person bigint, scope text[], state text)
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    update access.api_token t set used_on = access.today()
        where t.digest = wanted and t.used_on is distinct from access.today()
          and t.revoked_at is null and t.ends_on >= access.today();
    return query select t.id, t.person, t.scope,
            case when t.revoked_at is not null then 'REVOKED' when t.ends_on < access.today() then 'ENDED'
                 else 'WORKS' end
        from access.api_token t where t.digest = wanted;
end $$;
