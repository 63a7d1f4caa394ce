-- A yes or a no about one unit, from one of those who are asked. It stands. Two yeses are two people's, so nobody answers
-- for the same unit twice.
create table partnership.approval (
    id bigint generated always as identity primary key,
    offered_unit bigint not null,
    role text not null,
    answer text not null check (answer in ('YES', 'NO')),
    reason text not null default '',
    words text not null default '',
    mandate text not null default '' check (mandate in ('', 'DELEGATION', 'BOARD')),
    mandate_of text not null default '',
    paragraph text not null default '',
    mandate_day date,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    foreign key (offered_unit, role) references partnership.asked,
    unique (offered_unit, role),
    unique (offered_unit, made_by),
    check (answer = 'YES' or reason <> ''),
    check (mandate = '' or mandate_of <> ''),
    check (mandate <> 'BOARD' or paragraph <> '' and mandate_day is not null)
);
create trigger approvals_stand before update or delete on partnership.approval
    for each row execute function partnership.forbid_change();

-- Whether the actor can give an answer now: holds the role that is asked for the unit, and the day has not passed.
create function partnership.may_answer(wanted bigint, in_role text) returns boolean language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select exists (select from partnership.answerable() a where a.offered_unit = wanted and a.role = in_role)
        and exists (
            select from partnership.offered_unit u
            join partnership.offer o on o.id = u.offer and o.last_day >= access.today()
            join partnership.participation n on n.partnership = o.partnership and n.unit = u.unit and n.standing = 'OFFERED'
            where u.id = wanted)
$$;

alter table partnership.approval enable row level security;
create policy run on partnership.approval for select using (
    offered_unit = any ((select partnership.units_run())::bigint[]));
create policy told on partnership.approval for select using (
    offered_unit = any ((select partnership.offered_to_actor())::bigint[]));
create policy asked on partnership.approval for insert with check (
    made_by = access.person() and partnership.may_answer(offered_unit, role));
grant select, insert on partnership.approval to samverkan_app;

-- A partnership that has not started follows its units: when none of them is waited for any more, it stands where they do.
create function partnership.follow_units(wanted bigint) returns void language plpgsql security definer
    set search_path = partnership, pg_temp as $$
declare
    now_at text;
    then_at text;
begin
    select p.standing into now_at from partnership.partnership p where p.id = wanted for update;
    select case
        when bool_or(n.standing = 'OFFERED') then now_at
        when bool_or(n.standing = 'ACCEPTED') then 'ACCEPTED'
        when bool_or(n.standing = 'DECLINED') then 'DECLINED'
        when bool_or(n.standing = 'LAPSED') then 'LAPSED'
        else 'WITHDRAWN' end
    into then_at from partnership.participation n where n.partnership = wanted;
    if now_at in ('OFFERED', 'ACCEPTED') and then_at <> now_at then
        insert into partnership.decision (partnership, kind, day) values (wanted, then_at, access.today());
        update partnership.partnership set standing = then_at, version = version + 1 where id = wanted;
    end if;
end $$;

-- Moves one unit, with the decision that moves it. For the functions below.
create function partnership.move_unit(of_partnership bigint, which bigint, to_standing text, because text, in_words text,
        on_mandate text) returns void language plpgsql security definer set search_path = partnership, pg_temp as $$
begin
    insert into partnership.decision (partnership, unit, kind, day, reason, words, mandate)
        values (of_partnership, which, to_standing, access.today(), because, in_words, on_mandate);
    update partnership.participation set standing = to_standing, version = version + 1
        where partnership = of_partnership and unit = which;
end $$;
revoke execute on function partnership.move_unit(bigint, bigint, text, text, text, text) from public;
revoke execute on function partnership.follow_units(bigint) from public;

-- What the answers about a unit come to: one no is a no; every yes that is asked for is a yes; else it is still waited for.
-- Whoever answers may not move units, so this does, from nothing but the answers.
create function partnership.conclude(wanted bigint) returns text language plpgsql security definer
    set search_path = partnership, pg_temp as $$
declare
    offered record;
    against record;
begin
    select o.partnership, u.unit, n.standing into offered
    from partnership.offered_unit u
    join partnership.offer o on o.id = u.offer
    join partnership.participation n on n.partnership = o.partnership and n.unit = u.unit
    where u.id = wanted for update of n;
    if offered.standing is distinct from 'OFFERED' then
        return offered.standing;
    end if;
    select a.reason, a.words, partnership.mandate_in_words(a) as mandate into against
    from partnership.approval a where a.offered_unit = wanted and a.answer = 'NO' order by a.made_at limit 1;
    if found then
        perform partnership.move_unit(offered.partnership, offered.unit, 'DECLINED', against.reason, against.words, against.mandate);
    elsif exists (select from partnership.asked k where k.offered_unit = wanted) and not exists (
            select from partnership.asked k where k.offered_unit = wanted and not exists (
                select from partnership.approval a where a.offered_unit = wanted and a.role = k.role and a.answer = 'YES')) then
        perform partnership.move_unit(offered.partnership, offered.unit, 'ACCEPTED', '', '', coalesce((
            select string_agg(partnership.mandate_in_words(a), '; ' order by a.made_at)
            from partnership.approval a where a.offered_unit = wanted and a.mandate <> ''), ''));
    end if;
    perform partnership.follow_units(offered.partnership);
    return (select n.standing from partnership.participation n
            where n.partnership = offered.partnership and n.unit = offered.unit);
end $$;
create function partnership.mandate_in_words(a partnership.approval) returns text language sql immutable as $$
    select case when a.mandate = '' then '' else a.mandate_of
        || case when a.paragraph = '' then '' else ' § ' || a.paragraph end
        || case when a.mandate_day is null then '' else ', ' || a.mandate_day end end
$$;

-- Takes back a yes before the start, with a reason; false where there is no yes, or it is not the actor's to take back.
create function partnership.take_back_yes(wanted bigint, because text, in_words text) returns boolean language plpgsql
    security definer set search_path = partnership, pg_temp as $$
declare
    offered record;
begin
    if trim(because) = '' or not exists (
            select from partnership.answerable() a join partnership.asked k on k.offered_unit = a.offered_unit and k.role = a.role
            where a.offered_unit = wanted) then
        return false;
    end if;
    select o.partnership, u.unit into offered
    from partnership.offered_unit u
    join partnership.offer o on o.id = u.offer
    join partnership.participation n on n.partnership = o.partnership and n.unit = u.unit
    where u.id = wanted and n.standing = 'ACCEPTED' for update of n;
    if not found then
        return false;
    end if;
    perform partnership.move_unit(offered.partnership, offered.unit, 'WITHDRAWN', because, in_words, '');
    perform partnership.follow_units(offered.partnership);
    return true;
end $$;

-- What was not answered in time is over. Done for nobody in particular, and only of days that have passed: doing it again,
-- or in two copies at once, changes nothing more.
create function partnership.lapse(before_day date) returns table (of_offer bigint, of_partnership bigint, of_unit bigint)
    language plpgsql security definer set search_path = partnership, pg_temp as $$
declare
    late record;
begin
    for late in
        select o.id as offer, o.partnership, u.unit
        from partnership.offer o
        join partnership.offered_unit u on u.offer = o.id
        join partnership.participation n on n.partnership = o.partnership and n.unit = u.unit
        where o.sent_at is not null and o.last_day < least(before_day, access.today()) and n.standing = 'OFFERED'
        order by o.partnership, u.unit for update of n skip locked
    loop
        perform partnership.move_unit(late.partnership, late.unit, 'LAPSED', '', '', '');
        perform partnership.follow_units(late.partnership);
        of_offer := late.offer;
        of_partnership := late.partnership;
        of_unit := late.unit;
        return next;
    end loop;
end $$;
-- Of an offer whatever is said of it when it lapses, since nobody in particular may read it.
create function partnership.lapsed_offer(wanted bigint) returns table (owner bigint, organiser bigint, organiser_name text,
        sent_by bigint) language sql stable security definer set search_path = partnership, pg_temp as $$
    select o.owner_organisation, o.organiser, g.name, o.sent_by
    from partnership.offer o join organisation.organisation g on g.id = o.organiser
    where o.id = wanted and o.last_day < access.today() and access.person() = access.service_person('system')
$$;
-- What waits for the actor in offers: an answer of the own; and for those who make them, what is near its last day without
-- an answer, what is answered so that it can start, and what has not been sent.
create function partnership.offers_waiting(near date) returns table (what text, offer bigint, organiser text, last_day date,
        units int, role text) language sql stable security definer set search_path = partnership, pg_temp as $$
    select 'answer', o.id, g.name, o.last_day, count(distinct u.id)::int, min(k.role)
    from partnership.answerable() a
    join partnership.asked k on k.offered_unit = a.offered_unit and k.role = a.role
    join partnership.offered_unit u on u.id = a.offered_unit
    join partnership.offer o on o.id = u.offer and o.last_day >= access.today()
    join partnership.participation n on n.partnership = o.partnership and n.unit = u.unit and n.standing = 'OFFERED'
    join organisation.organisation g on g.id = o.organiser
    where not exists (select from partnership.approval p where p.offered_unit = k.offered_unit
        and (p.role = k.role or p.made_by = access.person()))
    group by o.id, g.name, o.last_day
    union all
    select case when o.sent_at is null then 'send' when p.standing = 'ACCEPTED' and w.units = 0 then 'start' else 'remind' end,
        o.id, g.name, o.last_day, w.units, null
    from partnership.offer o
    join partnership.partnership p on p.id = o.partnership
    join organisation.organisation g on g.id = o.organiser
    cross join lateral (
        select count(*) filter (where n.standing = 'OFFERED')::int as units
        from partnership.participation n where n.partnership = p.id) w
    where o.left_at is null and o.id = any ((select partnership.offers_run())::bigint[])
      and (o.sent_at is null or p.standing = 'ACCEPTED' and w.units = 0
           or w.units > 0 and o.last_day between access.today() and near)
$$;
