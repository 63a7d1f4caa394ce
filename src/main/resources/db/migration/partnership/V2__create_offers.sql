-- An offer (erbjudande) to take part: some units of one organiser, a last day to answer, why them. A draft is the agency's
-- own; the organiser knows of the offer from the moment it is sent. It is never deleted: a draft that is left stays as such.
alter table partnership.partnership add unique (id, owner_organisation, organiser);
create table partnership.offer (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    owner_organisation bigint not null,
    organiser bigint not null,
    round bigint,
    round_name text not null default '',
    last_day date not null,
    why text not null check (length(trim(why)) > 0),
    message text not null default '',
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    sent_by bigint,
    sent_at timestamptz,
    left_by bigint,
    left_at timestamptz,
    foreign key (partnership, owner_organisation, organiser)
        references partnership.partnership (id, owner_organisation, organiser),
    check ((sent_by is null) = (sent_at is null)),
    check ((left_by is null) = (left_at is null)),
    check (sent_at is null or left_at is null)
);
create unique index one_draft_at_a_time on partnership.offer (partnership) where sent_at is null and left_at is null;
create index offer_by_organiser on partnership.offer (organiser);
create index offer_by_round on partnership.offer (round);

-- A unit that is offered a place; one that came in as a reserve is marked. It takes part in the partnership, for better or
-- worse, from the moment the offer is sent.
create table partnership.offered_unit (
    id bigint generated always as identity primary key,
    offer bigint not null references partnership.offer,
    unit bigint not null references organisation.unit,
    level text not null check (level in ('SCHOOL', 'PRESCHOOL', 'ORGANISER')),
    called boolean not null default false,
    unique (offer, unit)
);
create index offered_unit_by_unit on partnership.offered_unit (unit);

-- Whose yes a unit needs, as the programme variant said when the offer was sent: every one of them, in any order.
create table partnership.asked (
    offered_unit bigint not null references partnership.offered_unit,
    role text not null,
    position int not null,
    mandate boolean not null,
    primary key (offered_unit, role)
);

-- The last day to answer can be moved; every move says why.
create table partnership.prolongation (
    id bigint generated always as identity primary key,
    offer bigint not null references partnership.offer,
    before date not null,
    after date not null check (after > before),
    reason text not null check (length(trim(reason)) > 0),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index prolongation_by_offer on partnership.prolongation (offer);

-- The offered units that the actor may answer for, with the role that makes it so: a role at the unit, in its area, in the
-- organiser as a whole or, in a demonstration, everywhere.
create function partnership.answerable() returns table (offered_unit bigint, offer bigint, role text)
    language sql stable security definer set search_path = partnership, pg_temp as $$
    select distinct u.id, o.id, a.role
    from access.assignment a
    join access.permission p on p.role = a.role and p.verb = 'ANSWER_OFFER' and p.reach = 'OWN'
    join partnership.offer o on a.organisation is null or a.organisation = o.organiser
    join partnership.offered_unit u on u.offer = o.id
    where a.person = access.person() and a.deleted_at is null and a.partnership is null
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
      and o.sent_at is not null
      and (a.unit is null or a.unit = u.unit)
      and (a.area is null or exists (select from organisation.area_unit t where t.area = a.area and t.unit = u.unit))
$$;
-- The offered units that the actor knows of: answers for them, or coordinates them for the organiser.
create function partnership.offered_to_actor() returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select coalesce(array_agg(s.id), '{}') from (
        select offered_unit as id from partnership.answerable()
        union
        select u.id from partnership.offer o join partnership.offered_unit u on u.offer = o.id
        where o.sent_at is not null and (access.everywhere('COORDINATE_PARTNERSHIP')
            or o.organiser = any (access.organisations_for('COORDINATE_PARTNERSHIP')))
    ) s
$$;
create function partnership.offers_to_actor() returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select coalesce(array_agg(distinct u.offer), '{}') from partnership.offered_unit u
    where u.id = any ((select partnership.offered_to_actor())::bigint[])
$$;
-- The offers that the actor makes for an agency or an office, drafts among them.
create function partnership.offers_run() returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select coalesce(array_agg(o.id), '{}') from partnership.offer o
    where o.partnership = any ((select partnership.run())::bigint[])
$$;
-- Whether an offer is still a draft; what is sent is not rewritten.
create function partnership.is_draft(wanted bigint) returns boolean language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select exists (select from partnership.offer where id = wanted and sent_at is null and left_at is null)
$$;

alter table partnership.offer enable row level security;
create policy run on partnership.offer for all using (
    (select access.everywhere('RUN_PARTNERSHIP'))
    or owner_organisation = any ((select access.organisations_for('RUN_PARTNERSHIP'))::bigint[]));
create policy told on partnership.offer for select using (id = any ((select partnership.offers_to_actor())::bigint[]));

alter table partnership.offered_unit enable row level security;
create policy run on partnership.offered_unit for select using (offer = any ((select partnership.offers_run())::bigint[]));
create policy drafted on partnership.offered_unit for all using (
    offer = any ((select partnership.offers_run())::bigint[]) and partnership.is_draft(offer));
create policy told on partnership.offered_unit for select using (
    id = any ((select partnership.offered_to_actor())::bigint[]));

-- Asked for while the offer is still a draft, in the transaction that sends it.
alter table partnership.asked enable row level security;
create function partnership.units_run() returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select coalesce(array_agg(u.id), '{}') from partnership.offered_unit u
    where u.offer = any ((select partnership.offers_run())::bigint[])
$$;
create function partnership.is_drafted(wanted bigint) returns boolean language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select partnership.is_draft(u.offer) from partnership.offered_unit u where u.id = wanted
$$;
create policy run on partnership.asked for select using (
    offered_unit = any ((select partnership.units_run())::bigint[]));
create policy sent on partnership.asked for insert with check (
    offered_unit = any ((select partnership.units_run())::bigint[]) and partnership.is_drafted(offered_unit));
create policy told on partnership.asked for select using (
    offered_unit = any ((select partnership.offered_to_actor())::bigint[]));

alter table partnership.prolongation enable row level security;
create policy run on partnership.prolongation for all using (offer = any ((select partnership.offers_run())::bigint[]));
create policy told on partnership.prolongation for select using (
    offer = any ((select partnership.offers_to_actor())::bigint[]));

grant select, insert, update (last_day, why, message, version, sent_by, sent_at, left_by, left_at)
    on partnership.offer to samverkan_app;
grant select, insert, update (called), delete on partnership.offered_unit to samverkan_app;
grant select, insert on partnership.asked, partnership.prolongation to samverkan_app;

-- Whoever is offered something knows of the partnership and of the own units in it, also an area head whose role names no area.
create policy offered on partnership.partnership for select using (
    id = any ((select coalesce(array_agg(o.partnership), '{}') from partnership.offer o
        where o.id = any ((select partnership.offers_to_actor())::bigint[]))::bigint[]));
create function partnership.offered_participations() returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select coalesce(array_agg(n.id), '{}')
    from partnership.offered_unit u
    join partnership.offer o on o.id = u.offer
    join partnership.participation n on n.partnership = o.partnership and n.unit = u.unit
    where u.id = any ((select partnership.offered_to_actor())::bigint[])
$$;
create policy offered on partnership.participation for select using (
    id = any ((select partnership.offered_participations())::bigint[]));

-- What was decided about a unit, and why, is read by those who know of the whole partnership and by the unit itself; the
-- units beside it know where it stands, not why.
create function partnership.known_whole() returns bigint[] language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select (select partnership.run()) || (select access.partnerships_for('READ_PARTNERSHIP'))
        || (select coalesce(array_agg(p.id), '{}') from partnership.partnership p
            where p.told_at is not null
              and p.organiser = any ((select access.seen_organisers() || access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[]))
$$;
drop policy known on partnership.decision;
create policy known on partnership.decision for select using (
    partnership = any ((select partnership.known_whole())::bigint[])
    or partnership = any ((select partnership.known())::bigint[])
        and (unit is null or unit = any ((select access.seen_units())::bigint[])));

-- Whether support has been offered on the strength of a selection round, whoever asks.
create function partnership.has_offers(in_round bigint) returns boolean language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select exists (select from partnership.offer where round = in_round and sent_at is not null)
$$;
-- Who is asked for a yes about the units of an offer, or has been: whom to tell.
create function partnership.people_asked(wanted bigint) returns setof bigint language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select distinct a.person
    from partnership.offer o
    join partnership.offered_unit u on u.offer = o.id
    join partnership.asked k on k.offered_unit = u.id
    join access.assignment a on a.role = k.role and a.organisation = o.organiser
    where o.id = wanted and a.deleted_at is null and a.partnership is null
      and (o.id = any ((select partnership.offers_run())::bigint[])
           or o.id = any ((select partnership.offers_to_actor())::bigint[]))
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
      and (a.unit is null or a.unit = u.unit)
      and (a.area is null or exists (select from organisation.area_unit t where t.area = a.area and t.unit = u.unit))
$$;
