-- What is told and sent concerns others than the one who acts, so it goes past row-level security, through these narrow
-- doors and no other way.

create or replace function notice.tell(of_kind text, at_urgency text, people bigint[], to_organisations bigint[],
        about_ids jsonb, at timestamptz) returns bigint
    language plpgsql security definer set search_path = notice, pg_temp as $$
declare
    told bigint;
begin
    insert into notice.event (kind, about, organisations, told_at)
        values (of_kind, about_ids, to_organisations, at) returning id into told;
    insert into notice.outbox (event, person, urgency, try_at)
        select told, p.id, at_urgency, at from access.person p
        where p.id = any (people) and not p.service;
    return told;
end $$;

-- Takes what is to be sent at once, so that no other copy sends it too; given back by itself when the time has run out.
create or replace function notice.claim(at timestamptz, until timestamptz, most int)
        returns table (id bigint, person bigint, kind text, about jsonb, attempts int)
    language sql security definer set search_path = notice, pg_temp as $$
    with taken as (
        select o.id from notice.outbox o
        where o.state = 'WAITING' and o.urgency = 'MUST_ACT' and o.try_at <= at
          and coalesce(o.held_until, '-infinity') <= at
        order by o.try_at, o.id limit most for update skip locked
    )
    update notice.outbox o set held_until = until from taken, notice.event e
    where o.id = taken.id and e.id = o.event
    returning o.id, o.person, e.kind, e.about, o.attempts
$$;

-- The same for one person's digest, in the order in which it happened; none while another is being sent, or has been today.
create or replace function notice.claim_digest(who bigint, at timestamptz, until timestamptz)
        returns table (id bigint, person bigint, kind text, about jsonb, attempts int)
    language sql security definer set search_path = notice, pg_temp as $$
    with taken as (
        select o.id from notice.outbox o
        where o.state = 'WAITING' and o.urgency = 'DIGEST' and o.person = who and o.try_at <= at
          and coalesce(o.held_until, '-infinity') <= at
          and not exists (select from notice.outbox h where h.person = who and h.urgency = 'DIGEST'
              and h.state = 'WAITING' and h.held_until > at)
          and not exists (select from notice.mail m where m.person = who and m.urgency = 'DIGEST'
              and m.sent_at >= date_trunc('day', at, 'Europe/Stockholm'))
        order by o.id for update skip locked
    ), held as (
        update notice.outbox o set held_until = until from taken, notice.event e
        where o.id = taken.id and e.id = o.event
        returning o.id, o.person, e.kind, e.about, o.attempts
    )
    select * from held order by held.id
$$;

-- A day on which every organiser that somebody has a role with has a holiday. Whoever has no role with any is never quiet.
create or replace function notice.is_quiet(who bigint, day date) returns boolean
    language sql stable security definer set search_path = notice, pg_temp as $$
    with place as (
        select distinct coalesce(a.organisation, u.organiser) as organisation
        from access.assignment a left join organisation.unit u on u.id = a.unit
        where a.person = who and a.deleted_at is null and a.valid_from <= day and coalesce(a.valid_to, 'infinity') >= day
          and coalesce(a.organisation, u.organiser) is not null
    )
    select exists (select from place) and not exists (
        select from place where not exists (
            select from organisation.calendar_day c
            where c.organiser = place.organisation and c.kind = 'HOLIDAY' and c.deleted_at is null
              and day between c.first_day and c.last_day))
$$;

-- Whose hour has come, on a day that is not quiet and has had no digest yet.
create or replace function notice.digests_due(at timestamptz, most int) returns setof bigint
    language sql stable security definer set search_path = notice, pg_temp as $$
    select o.person
    from notice.outbox o left join notice.setting s on s.person = o.person
    where o.state = 'WAITING' and o.urgency = 'DIGEST' and o.try_at <= at
      and coalesce(o.held_until, '-infinity') <= at
    group by o.person
    having extract(hour from at at time zone 'Europe/Stockholm') >= coalesce(max(s.hour), 7)
       and not exists (
            select from notice.mail m where m.person = o.person and m.urgency = 'DIGEST'
              and m.sent_at >= date_trunc('day', at, 'Europe/Stockholm'))
       and not notice.is_quiet(o.person, (at at time zone 'Europe/Stockholm')::date)
    order by o.person limit most
$$;

-- What nobody wants any more: digests of those who want none, and what has waited longer than it is of use.
create or replace function notice.let_fall(at timestamptz, too_old timestamptz) returns void
    language sql security definer set search_path = notice, pg_temp as $$
    update notice.outbox o set state = 'UNWANTED', ended_at = at from notice.setting s
    where s.person = o.person and not s.digest and o.urgency = 'DIGEST' and o.state = 'WAITING';
    update notice.outbox o set state = 'GIVEN_UP', ended_at = at, problem = 'TOO_OLD' from notice.event e
    where e.id = o.event and e.told_at < too_old and o.state = 'WAITING';
$$;

-- A mail has been sent, with the rows that it tells of; its words are kept in a demonstration only.
create or replace function notice.sent(which bigint[], new_key uuid, who bigint, at_urgency text, in_language text,
        with_edition text, at timestamptz, with_subject text, with_body text) returns void
    language plpgsql security definer set search_path = notice, pg_temp as $$
declare
    made bigint;
begin
    insert into notice.mail (key, person, urgency, language, edition, sent_at, subject, body)
        values (new_key, who, at_urgency, in_language, with_edition, at, with_subject, with_body) returning id into made;
    update notice.outbox set state = 'SENT', mail = made, ended_at = at, held_until = null, problem = null
        where id = any (which) and state = 'WAITING' and person = who;
end $$;

-- Nothing is sent, and why.
create or replace function notice.ended(which bigint[], as_state text, why text, at timestamptz) returns void
    language sql security definer set search_path = notice, pg_temp as $$
    update notice.outbox set state = as_state, problem = why, ended_at = at, held_until = null
        where id = any (which) and state = 'WAITING'
$$;

-- To be tried again, and why it was not sent now.
create or replace function notice.again(which bigint[], why text, next timestamptz) returns void
    language sql security definer set search_path = notice, pg_temp as $$
    update notice.outbox set attempts = attempts + 1, problem = why, try_at = next, held_until = null
        where id = any (which) and state = 'WAITING'
$$;

-- Given back untried: the server is gone, and there is no use in asking it once for each.
create or replace function notice.given_back(which bigint[]) returns void
    language sql security definer set search_path = notice, pg_temp as $$
    update notice.outbox set held_until = null where id = any (which) and state = 'WAITING'
$$;

-- Everything that waits is tried at once, for whoever keeps the mail in order.
create or replace function notice.try_now(at timestamptz) returns int
    language plpgsql security definer set search_path = notice, pg_temp as $$
declare
    moved int;
begin
    if not access.everywhere('MANAGE_MAIL') then
        raise exception 'may not keep the mail' using errcode = 'insufficient_privilege';
    end if;
    update notice.outbox set try_at = at where state = 'WAITING' and try_at > at;
    get diagnostics moved = row_count;
    return moved;
end $$;

-- What was told long ago is forgotten; nobody asks for it, and it is about people.
create or replace function notice.forget(before timestamptz) returns int
    language plpgsql security definer set search_path = notice, pg_temp as $$
declare
    forgotten int;
begin
    delete from notice.outbox o using notice.event e where e.id = o.event and e.told_at < before and o.state <> 'WAITING';
    delete from notice.mail m where m.sent_at < before
        and not exists (select from notice.outbox o where o.mail = m.id);
    delete from notice.event e where e.told_at < before
        and not exists (select from notice.outbox o where o.event = e.id);
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;
