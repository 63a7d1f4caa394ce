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
    insert into notice.delivery (webhook, event, try_at)
        select w.id, told, at from notice.webhook w
        where w.removed_at is null and w.organisation = any (to_organisations) and of_kind = any (w.kinds);
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
    delete from notice.delivery d using notice.event e where e.id = d.event and e.told_at < before;
    delete from notice.outbox o using notice.event e where e.id = o.event and e.told_at < before and o.state <> 'WAITING';
    delete from notice.mail m where m.sent_at < before
        and not exists (select from notice.outbox o where o.mail = m.id);
    delete from notice.event e where e.told_at < before
        and not exists (select from notice.outbox o where o.event = e.id);
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;

-- Takes what is to be delivered to systems that are not paused, with the secret to sign it by, and the former one while it
-- holds too.
create or replace function notice.claim_deliveries(at timestamptz, until timestamptz, most int)
        returns table (id bigint, webhook bigint, organisation bigint, url text, secret bytea, key uuid, kind text,
            about jsonb, told_at timestamptz, attempts int, former_secret bytea)
    language sql security definer set search_path = notice, pg_temp as $$
    with taken as (
        select d.id from notice.delivery d join notice.webhook w on w.id = d.webhook
        where d.state = 'WAITING' and d.try_at <= at and coalesce(d.held_until, '-infinity') <= at
          and w.paused_at is null and w.removed_at is null
        order by d.try_at, d.id limit most for update of d skip locked
    )
    update notice.delivery d set held_until = until from taken, notice.webhook w, notice.event e
    where d.id = taken.id and w.id = d.webhook and e.id = d.event
    returning d.id, w.id, w.organisation, w.url, w.secret, e.key, e.kind, e.about, e.told_at, d.attempts,
        case when w.former_until > at then w.former_secret end
$$;

create or replace function notice.delivered(which bigint, with_status int, at timestamptz) returns void
    language sql security definer set search_path = notice, pg_temp as $$
    update notice.delivery set state = 'DELIVERED', attempts = attempts + 1, status = with_status, problem = null,
        ended_at = at, held_until = null where id = which and state = 'WAITING';
    update notice.webhook w set failures = 0 from notice.delivery d where d.id = which and w.id = d.webhook;
$$;

-- Not delivered: tried again when next says, given up where it says nothing. After so many failures in a row the system is
-- left in peace; true when that has just come to pass.
create or replace function notice.undelivered(which bigint, with_status int, why text, next timestamptz, most_failures int,
        at timestamptz) returns boolean
    language plpgsql security definer set search_path = notice, pg_temp as $$
begin
    update notice.delivery set attempts = attempts + 1, status = with_status, problem = why, held_until = null,
        try_at = coalesce(next, try_at), state = case when next is null then 'GIVEN_UP' else 'WAITING' end,
        ended_at = case when next is null then at end
        where id = which and state = 'WAITING';
    update notice.webhook w set failures = w.failures + 1 from notice.delivery d
        where d.id = which and w.id = d.webhook;
    update notice.webhook w set paused_at = at, paused_by = null from notice.delivery d
        where d.id = which and w.id = d.webhook and w.failures >= most_failures and w.paused_at is null;
    return found;
end $$;

-- What a system has waited for longer than it is of use.
create or replace function notice.let_deliveries_fall(at timestamptz, too_old timestamptz) returns void
    language sql security definer set search_path = notice, pg_temp as $$
    update notice.delivery d set state = 'GIVEN_UP', problem = 'TOO_OLD', ended_at = at, held_until = null
    from notice.event e where e.id = d.event and e.told_at < too_old and d.state = 'WAITING'
$$;

-- A new secret for one system of the actor's. The one before holds too until a moment; renewed again before that, the one that
-- the system surely has is kept, and the one that was shown last holds no more.
create or replace function notice.renew_secret(which bigint, fresh bytea, at timestamptz, until timestamptz) returns void
    language plpgsql security definer set search_path = notice, pg_temp as $$
begin
    update notice.webhook w set
        former_secret = case when w.former_until > at then w.former_secret else w.secret end,
        former_until = until, secret = fresh
    where w.id = which and w.removed_at is null and (access.everywhere('MANAGE_WEBHOOKS')
        or w.organisation = any (access.organisations_for('MANAGE_WEBHOOKS')));
    if not found then
        raise exception 'may not renew this secret' using errcode = 'insufficient_privilege';
    end if;
end $$;

-- A trial to one system of the actor's, and to nobody else.
create or replace function notice.try_webhook(which bigint, at timestamptz) returns void
    language plpgsql security definer set search_path = notice, pg_temp as $$
declare
    told bigint;
    owner bigint;
begin
    select w.organisation into owner from notice.webhook w where w.id = which and w.removed_at is null;
    if owner is null or not (access.everywhere('MANAGE_WEBHOOKS')
            or owner = any (access.organisations_for('MANAGE_WEBHOOKS'))) then
        raise exception 'may not try this webhook' using errcode = 'insufficient_privilege';
    end if;
    insert into notice.event (kind, about, organisations, told_at)
        values ('notice.trial', jsonb_build_object('webhook', which::text), array[owner], at) returning id into told;
    insert into notice.delivery (webhook, event, try_at) values (which, told, at);
end $$;

-- Of somebody who is known by a number only, nothing is kept of what was sent and chosen.
create or replace function notice.forget_person(who bigint) returns void
    language plpgsql security definer set search_path = notice, pg_temp as $$
begin
    if exists (select from access.person p where p.id = who and p.pseudonymised_at is not null) then
        delete from notice.setting where person = who;
        delete from notice.feed where person = who;
        delete from notice.outbox where person = who;
        delete from notice.mail where person = who;
    end if;
end $$;
