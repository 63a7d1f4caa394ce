-- A unit whose offer was taken back before anybody had answered can be offered a place again in the same partnership: it has
-- said nothing. Its old offer asks nobody any more, whatever comes of the new one.

create or replace function partnership.may_answer(wanted bigint, in_role text) returns boolean language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select exists (select from partnership.answerable() a where a.offered_unit = wanted and a.role = in_role)
        and exists (
            select from partnership.offered_unit u
            join partnership.offer o on o.id = u.offer and o.last_day >= access.today() and o.taken_back_at is null
            join partnership.participation n on n.partnership = o.partnership and n.unit = u.unit and n.standing = 'OFFERED'
            where u.id = wanted)
$$;
create or replace function partnership.take_back_yes(wanted bigint, because text, in_words text) returns boolean language plpgsql
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
    join partnership.offer o on o.id = u.offer and o.taken_back_at is null
    join partnership.participation n on n.partnership = o.partnership and n.unit = u.unit
    where u.id = wanted and n.standing = 'ACCEPTED' for update of n;
    if not found then
        return false;
    end if;
    perform partnership.move_unit(offered.partnership, offered.unit, 'WITHDRAWN', because, in_words, '');
    perform partnership.follow_units(offered.partnership);
    return true;
end $$;
create or replace function partnership.conclude(wanted bigint) returns text language plpgsql security definer
    set search_path = partnership, pg_temp as $$
declare
    offered record;
    against record;
begin
    select o.partnership, u.unit, n.standing into offered
    from partnership.offered_unit u
    join partnership.offer o on o.id = u.offer and o.taken_back_at is null
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
create or replace function partnership.lapse(before_day date) returns table (of_offer bigint, of_partnership bigint, of_unit bigint)
    language plpgsql security definer set search_path = partnership, pg_temp as $$
declare
    late record;
begin
    for late in
        select o.id as offer, o.partnership, u.unit
        from partnership.offer o
        join partnership.offered_unit u on u.offer = o.id
        join partnership.participation n on n.partnership = o.partnership and n.unit = u.unit
        where o.sent_at is not null and o.taken_back_at is null and o.last_day < least(before_day, access.today()) and n.standing = 'OFFERED'
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
create or replace function partnership.offers_waiting(near date) returns table (what text, offer bigint, organiser text, last_day date,
        units int, role text) language sql stable security definer set search_path = partnership, pg_temp as $$
    select 'answer', o.id, g.name, o.last_day, count(distinct u.id)::int, min(k.role)
    from partnership.answerable() a
    join partnership.asked k on k.offered_unit = a.offered_unit and k.role = a.role
    join partnership.offered_unit u on u.id = a.offered_unit
    join partnership.offer o on o.id = u.offer and o.last_day >= access.today() and o.taken_back_at is null
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
    where o.left_at is null and o.taken_back_at is null and o.id = any ((select partnership.offers_run())::bigint[])
      and (o.sent_at is null or p.standing = 'ACCEPTED' and w.units = 0
           or w.units > 0 and o.last_day between access.today() and near)
$$;
