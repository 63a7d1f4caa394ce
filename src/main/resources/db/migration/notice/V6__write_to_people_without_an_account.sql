-- A letter to somebody who has no account: an outside guest at a meeting. It is written whole when the deed is done, since nobody
-- can be acted for later; what it says and to whom is forgotten when it has been sent, and when it could not be only that is kept.
create table notice.outside_letter (
    key uuid primary key default gen_random_uuid(),
    state text not null default 'WAITING' check (state in ('WAITING', 'GIVEN_UP')),
    language char(2) not null,
    address text,
    subject text,
    body text,
    method text,
    calendar text,
    attempts int not null default 0,
    try_at timestamptz not null,
    held_until timestamptz,
    told_at timestamptz not null,
    check ((state = 'WAITING') = (address is not null and subject is not null and body is not null))
);
create index outside_letter_waiting on notice.outside_letter (try_at) where state = 'WAITING';
alter table notice.outside_letter enable row level security;

create function notice.write_outside(to_address text, in_language text, of_subject text, of_body text, of_method text,
        of_calendar text, at timestamptz) returns uuid
    language sql security definer set search_path = notice, pg_temp as $$
    insert into notice.outside_letter (language, address, subject, body, method, calendar, try_at, told_at)
    select in_language, to_address, of_subject, of_body, of_method, of_calendar, at, at where access.person() <> 0
    returning key
$$;
-- Takes what is to be sent, so that no other copy sends it too; given back by itself when the time has run out.
create function notice.claim_outside(at timestamptz, until timestamptz, most int)
        returns table (key uuid, language text, address text, subject text, body text, method text, calendar text, attempts int)
    language sql security definer set search_path = notice, pg_temp as $$
    with taken as (
        select o.key from notice.outside_letter o
        where o.state = 'WAITING' and o.try_at <= at and coalesce(o.held_until, '-infinity') <= at
        order by o.try_at limit most for update skip locked
    )
    update notice.outside_letter o set held_until = until from taken where o.key = taken.key
    returning o.key, o.language::text, o.address, o.subject, o.body, o.method, o.calendar, o.attempts
$$;
create function notice.sent_outside(wanted uuid) returns void
    language sql security definer set search_path = notice, pg_temp as $$
    delete from notice.outside_letter where key = wanted
$$;
create function notice.again_outside(wanted uuid, next timestamptz) returns void
    language sql security definer set search_path = notice, pg_temp as $$
    update notice.outside_letter set attempts = attempts + 1, try_at = next, held_until = null where key = wanted
$$;
create function notice.give_up_outside(wanted uuid) returns void
    language sql security definer set search_path = notice, pg_temp as $$
    update notice.outside_letter
    set state = 'GIVEN_UP', address = null, subject = null, body = null, method = null, calendar = null where key = wanted
$$;
-- Which of some letters could not be sent: for whoever keeps their keys, which nobody can guess.
create function notice.given_up_outside(wanted uuid[]) returns setof uuid
    language sql stable security definer set search_path = notice, pg_temp as $$
    select key from notice.outside_letter where key = any (wanted) and state = 'GIVEN_UP'
$$;
