-- A file that goes with an offer: attached and taken away while the offer is a draft, and from then on part of it. Whoever
-- sees the offer sees the file; nobody of the organiser does before it is sent.
create table partnership.offer_file (
    offer bigint not null references partnership.offer,
    file bigint not null references records.file,
    added_by bigint not null default access.person(),
    added_at timestamptz not null default now(),
    removed_by bigint,
    removed_at timestamptz,
    primary key (offer, file),
    check ((removed_by is null) = (removed_at is null))
);
create index offer_file_by_file on partnership.offer_file (file);

-- Whether the actor has sent a file in, and no record has taken it up. Asked past the policies of files, which ask here.
create function partnership.sent_in_by_actor(wanted bigint) returns boolean language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select exists (select from records.file f
        where f.id = wanted and f.made_by = access.person() and f.attached_at is null)
$$;

alter table partnership.offer_file enable row level security;
create policy run on partnership.offer_file for select using (offer = any ((select partnership.offers_run())::bigint[]));
create policy told on partnership.offer_file for select using (
    removed_at is null and offer = any ((select partnership.offers_to_actor())::bigint[]));
create policy attached on partnership.offer_file for insert with check (
    offer = any ((select partnership.offers_run())::bigint[]) and partnership.is_draft(offer)
    and partnership.sent_in_by_actor(file));
create policy taken_away on partnership.offer_file for update using (
    offer = any ((select partnership.offers_run())::bigint[]) and partnership.is_draft(offer));
create policy of_offers on records.file for select using (
    exists (select from partnership.offer_file f where f.file = file.id));
grant select, insert (offer, file), update (removed_by, removed_at) on partnership.offer_file to samverkan_app;

-- A sent offer is taken back by those who made it, with a reason, as long as nobody has answered. It stands, and so does
-- who took it back; its units are no longer offered a place.
alter table partnership.offer
    add taken_back_by bigint,
    add taken_back_at timestamptz,
    add taken_back_why text not null default '',
    add check ((taken_back_by is null) = (taken_back_at is null)),
    add check (taken_back_at is null or sent_at is not null and length(trim(taken_back_why)) > 0);

-- Takes it back, and moves its units; false where somebody has answered, or it is not the actor's, or not as it was seen.
create function partnership.take_back_offer(wanted bigint, seen int, because text) returns boolean language plpgsql
    security definer set search_path = partnership, pg_temp as $$
declare
    of_partnership bigint;
    each bigint;
begin
    select o.partnership into of_partnership from partnership.offer o
    where o.id = wanted and o.id = any (partnership.offers_run());
    perform from partnership.partnership p where p.id = of_partnership for update;
    if not found or exists (
            select from partnership.approval a join partnership.offered_unit u on u.id = a.offered_unit
            where u.offer = wanted) then
        return false;
    end if;
    update partnership.offer
    set taken_back_by = access.person(), taken_back_at = now(), taken_back_why = because, version = version + 1
    where id = wanted and version = seen and sent_at is not null and taken_back_at is null;
    if not found then
        return false;
    end if;
    for each in
        select n.unit from partnership.offered_unit u
        join partnership.participation n on n.partnership = of_partnership and n.unit = u.unit
        where u.offer = wanted and n.standing = 'OFFERED' order by n.unit for update of n
    loop
        perform partnership.move_unit(of_partnership, each, 'WITHDRAWN', '', because, '');
    end loop;
    perform partnership.follow_units(of_partnership);
    return true;
end $$;
