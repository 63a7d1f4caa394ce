-- How people sign in, and what is kept between two of their requests. What must be read before anybody is named to the
-- database is read by narrow functions; a person's own part by the person, under row-level security.

-- Whether somebody can come in at all: nobody who has left, has been removed or is known by a number only.
create function access.may_come_in(wanted bigint) returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select exists (
        select from access.person p
        where p.id = wanted and not p.service and coalesce(p.left_on, 'infinity') >= access.today()
          and p.pseudonymised_at is null and p.deleted_at is null)
$$;

-- A session is known by the digest of the token in the cookie, so what lies here opens nothing. An ended one is kept a
-- while: a form that was being written when it ended can then be given back to the one who wrote it.
create table access.session (
    key bytea primary key,
    handle uuid not null unique default gen_random_uuid(),
    person bigint not null references access.person,
    way text not null check (way in ('PASSKEY', 'PASSWORD', 'OIDC', 'LINK', 'DEMONSTRATION')),
    agent text not null,
    begun_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    ended_at timestamptz
);
create index session_by_person on access.session (person) where ended_at is null;

create function access.session_begin(new_key bytea, who bigint, by_way text, with_agent text) returns void
    language sql security definer set search_path = access, pg_temp as $$
    insert into access.session (key, person, way, agent) values (new_key, who, by_way, with_agent)
$$;

-- The session of a key and whether it lives; seen_at moves at most once a minute, so reading seldom writes.
create function access.session_seen(wanted bytea, idle interval, absolute interval)
    returns table (handle uuid, person bigint, alive boolean)
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    update access.session s set seen_at = now()
        where s.key = wanted and s.ended_at is null and s.seen_at < now() - interval '1 minute'
          and s.seen_at > now() - idle and s.begun_at > now() - absolute;
    return query select s.handle, s.person,
            s.ended_at is null and s.seen_at > now() - idle and s.begun_at > now() - absolute
        from access.session s where s.key = wanted;
end $$;

create function access.session_end(wanted bytea) returns void
    language sql security definer set search_path = access, pg_temp as $$
    update access.session set ended_at = now() where key = wanted and ended_at is null
$$;

create function access.session_person(wanted uuid) returns bigint
    language sql stable security definer set search_path = access, pg_temp as $$
    select person from access.session where handle = wanted
$$;

alter table access.session enable row level security;
create policy ones_own on access.session for all using (person = access.person());
grant select (handle, person, way, agent, begun_at, seen_at, ended_at), update (ended_at) on access.session
    to samverkan_app;

-- Passwords, as digests that name their own method.
create table access.password (
    person bigint primary key references access.person,
    digest text not null,
    changed_at timestamptz not null default now()
);
alter table access.password enable row level security;
create policy ones_own on access.password for all using (person = access.person());
grant select, insert, update, delete on access.password to samverkan_app;

create function access.password_of(address text) returns table (person bigint, digest text)
    language sql stable security definer set search_path = access, pg_temp as $$
    select p.id, w.digest from access.person p join access.password w on w.person = p.id
    where lower(p.email) = lower(address) and p.email <> '' and access.may_come_in(p.id)
$$;

-- Passkeys (WebAuthn). The handle is what the authenticator keeps of the person: random, and says nothing.
create table access.passkey_holder (
    person bigint primary key references access.person,
    handle bytea not null unique
);
create table access.passkey (
    id bytea primary key,
    person bigint not null references access.person,
    label text not null,
    public_key bytea not null,
    signature_count bigint not null,
    user_verified boolean not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    transports text[] not null,
    attestation bytea,
    client_data bytea,
    created_at timestamptz not null default now(),
    used_at timestamptz
);
create index passkey_by_person on access.passkey (person);
alter table access.passkey_holder enable row level security;
create policy ones_own on access.passkey_holder for all using (person = access.person());
alter table access.passkey enable row level security;
create policy ones_own on access.passkey for all using (person = access.person());
grant select, insert on access.passkey_holder to samverkan_app;
grant select, insert, update, delete on access.passkey to samverkan_app;

create function access.passkey_person(wanted bytea) returns bigint
    language sql stable security definer set search_path = access, pg_temp as $$
    select person from access.passkey_holder where handle = wanted and access.may_come_in(person)
$$;
create function access.passkey_known(wanted bytea) returns table (id bytea, handle bytea, label text, public_key bytea,
        signature_count bigint, user_verified boolean, backup_eligible boolean, backed_up boolean, transports text[],
        attestation bytea, client_data bytea, created_at timestamptz, used_at timestamptz)
    language sql stable security definer set search_path = access, pg_temp as $$
    select k.id, h.handle, k.label, k.public_key, k.signature_count, k.user_verified, k.backup_eligible, k.backed_up,
        k.transports, k.attestation, k.client_data, k.created_at, k.used_at
    from access.passkey k join access.passkey_holder h on h.person = k.person
    where k.id = wanted and access.may_come_in(k.person)
$$;
create function access.passkey_used(wanted bytea, count bigint, backed boolean) returns void
    language sql security definer set search_path = access, pg_temp as $$
    update access.passkey set signature_count = count, backed_up = backed, used_at = now() where id = wanted
$$;

-- Whom a provider knows by which subject; linked the first time, by a verified e-mail address.
create table access.oidc_identity (
    issuer text not null,
    subject text not null,
    person bigint not null references access.person,
    linked_at timestamptz not null default now(),
    primary key (issuer, subject)
);
create index oidc_identity_by_person on access.oidc_identity (person);
alter table access.oidc_identity enable row level security;
create policy ones_own on access.oidc_identity for all using (person = access.person());
grant select, insert, delete on access.oidc_identity to samverkan_app;

create function access.oidc_person(from_issuer text, with_subject text) returns bigint
    language sql stable security definer set search_path = access, pg_temp as $$
    select person from access.oidc_identity where issuer = from_issuer and subject = with_subject
$$;
create function access.person_with_address(address text) returns bigint
    language sql stable security definer set search_path = access, pg_temp as $$
    select id from access.person
    where lower(email) = lower(address) and email <> '' and access.may_come_in(id)
$$;

-- One-time links: for the first administrator, for invited people, for those who have forgotten. A day, and once.
create table access.one_time_link (
    digest bytea primary key,
    person bigint not null references access.person,
    made_by bigint not null,
    made_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
);
create index one_time_link_by_person on access.one_time_link (person) where used_at is null;

-- A link hands over the whole account, so whoever makes one must manage everything the person may do.
create function access.may_hand_over(wanted bigint) returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select access.manages(wanted) and access.may_come_in(wanted)
$$;
create function access.link_make(new_digest bytea, wanted bigint, lasting interval) returns boolean
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    if not access.may_hand_over(wanted) then
        return false;
    end if;
    delete from access.one_time_link where person = wanted and used_at is null;
    insert into access.one_time_link (digest, person, made_by, expires_at)
        values (new_digest, wanted, access.person(), now() + lasting);
    return true;
end $$;
create function access.link_person(wanted bytea) returns bigint
    language sql stable security definer set search_path = access, pg_temp as $$
    select person from access.one_time_link
    where digest = wanted and used_at is null and expires_at > now() and access.may_come_in(person)
$$;
create function access.link_use(wanted bytea) returns bigint
    language sql security definer set search_path = access, pg_temp as $$
    update access.one_time_link set used_at = now()
    where digest = wanted and used_at is null and expires_at > now() and access.may_come_in(person) returning person
$$;

-- Every way in of somebody who is known by a number from now on: nobody comes in as a number, and what the ways in say of
-- the person (a provider's name for them, the browsers they used) goes with the name.
create function access.drop_ways_in(wanted bigint) returns void
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    if not exists (select from access.person where id = wanted and pseudonymised_at is not null) then
        return;
    end if;
    delete from access.session where person = wanted;
    delete from access.password where person = wanted;
    delete from access.passkey where person = wanted;
    delete from access.passkey_holder where person = wanted;
    delete from access.oidc_identity where person = wanted;
    delete from access.one_time_link where person = wanted;
    update access.api_token set revoked_at = now(), version = version + 1 where person = wanted and revoked_at is null;
end $$;

-- What people may change of themselves, whether they manage anybody or not.
create function access.rename_oneself(new_name text) returns void
    language sql security definer set search_path = access, pg_temp as $$
    update access.person set name = new_name, version = version + 1 where id = access.person()
$$;
-- What passes between two requests: a challenge, a request to a provider, a form held for its writer.
create table access.passing (
    key bytea not null,
    kind text not null,
    content bytea not null,
    expires_at timestamptz not null,
    primary key (key, kind)
);
create index passing_by_expiry on access.passing (expires_at);
grant select, insert, update, delete on access.passing to samverkan_app;

-- Attempts to sign in, counted per account and per address. The subject is a keyed digest: neither can be read here.
create table access.attempt (
    subject bytea not null,
    at timestamptz not null default clock_timestamp()
);
create index attempt_by_subject on access.attempt (subject, at);
grant select, insert, delete on access.attempt to samverkan_app;

-- Counts one more attempt, or says how many seconds to wait when there have been too many within the window. The lock
-- makes simultaneous attempts count one after the other.
create function access.attempt_made(about bytea, most int, within_time interval) returns int
    language plpgsql set search_path = access, pg_temp as $$
declare
    made int;
    opens timestamptz;
begin
    perform pg_advisory_xact_lock(hashtextextended(encode(about, 'hex'), 7));
    select count(*), min(at) + within_time into made, opens from (
        select at from access.attempt where subject = about and at > clock_timestamp() - within_time
        order by at desc limit most) recent;
    if made >= most then
        return greatest(1, ceil(extract(epoch from opens - clock_timestamp())))::int;
    end if;
    insert into access.attempt (subject) values (about);
    return 0;
end $$;

-- The people of the demonstration: invented, one per role, whom anybody may be, on a demonstration only.
create table access.demonstration_person (
    person bigint primary key references access.person
);
grant select, insert on access.demonstration_person to samverkan_app;

create function access.demonstration_people() returns table (person bigint, name text, role text, side text, place text)
    language sql stable security definer set search_path = access, pg_temp as $$
    select p.id, p.name, r.role, r.side, coalesce(u.name, o.name)
    from access.demonstration_person d
    join access.person p on p.id = d.person
    join access.assignment a on a.person = p.id and a.deleted_at is null
    join access.role r on r.role = a.role
    left join organisation.organisation o on o.id = a.organisation
    left join organisation.unit u on u.id = a.unit
    where exists (select from shared.installation where kind = 'DEMONSTRATION')
    order by r.position, p.id
$$;

-- Throws away what has had its time.
create function access.sweep() returns void
    language sql security definer set search_path = access, pg_temp as $$
    delete from access.session where coalesce(ended_at, seen_at) < now() - interval '14 days';
    delete from access.passing where expires_at < now();
    delete from access.attempt where at < now() - interval '1 day';
    delete from access.one_time_link where expires_at < now() - interval '30 days';
$$;
