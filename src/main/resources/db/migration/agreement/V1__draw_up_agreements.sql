grant usage on schema agreement to samverkan_app;

-- An agreement (överenskommelse) between the agency or office and the organiser: number 0 is the agreement itself, those
-- after it its amendments in order. Each party writes in a text of its own; what it hands over to the other is an edition,
-- which nobody changes. The edition that the other party accepts is the text that is signed.
create table agreement.agreement (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    number int not null check (number >= 0),
    owner_organisation bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    set_aside_by bigint,
    set_aside_at timestamptz,
    set_aside_why text not null default '',
    unique (partnership, number)
);

create table agreement.working_text (
    agreement bigint not null references agreement.agreement,
    party text not null check (party in ('AGENCY', 'ORGANISER')),
    content jsonb not null,
    version int not null default 0,
    changed_by bigint not null default access.person(),
    changed_at timestamptz not null default now(),
    primary key (agreement, party)
);

create table agreement.edition (
    agreement bigint not null references agreement.agreement,
    number int not null check (number > 0),
    party text not null check (party in ('AGENCY', 'ORGANISER')),
    content jsonb not null,
    words text not null default '',
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (agreement, number)
);

create table agreement.acceptance (
    agreement bigint primary key references agreement.agreement,
    edition int not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    foreign key (agreement, edition) references agreement.edition
);

create function agreement.forbid_change() returns trigger language plpgsql as $$
begin
    raise exception 'what has been handed over or accepted stands' using errcode = 'check_violation';
end $$;
create trigger editions_stand before update or delete on agreement.edition
    for each row execute function agreement.forbid_change();
create trigger acceptances_stand before update or delete on agreement.acceptance
    for each row execute function agreement.forbid_change();

-- The agreements that the actor draws up for the agency or office.
create function agreement.drawn_up_by_agency() returns bigint[] language sql stable security definer
    set search_path = agreement, pg_temp as $$
    select coalesce(array_agg(a.id), '{}') from agreement.agreement a
    where (select access.everywhere('DRAW_UP_AGREEMENT'))
       or a.owner_organisation = any ((select access.organisations_for('DRAW_UP_AGREEMENT'))::bigint[])
$$;
-- Those that the actor draws up for the organiser: it knows of one from the first edition that it has been handed.
create function agreement.drawn_up_by_organiser() returns bigint[] language sql stable security definer
    set search_path = agreement, pg_temp as $$
    select coalesce(array_agg(a.id), '{}') from agreement.agreement a
    where a.organiser = any ((select access.organisations_for('DRAW_UP_AGREEMENT'))::bigint[])
      and exists (select from agreement.edition e where e.agreement = a.id)
$$;
create function agreement.drawn_up() returns bigint[] language sql stable as
    $$ select (select agreement.drawn_up_by_agency()) || (select agreement.drawn_up_by_organiser()) $$;
-- Those whose text is settled can be read by whoever reads the organiser's unfinished work, too.
create function agreement.known() returns bigint[] language sql stable security definer
    set search_path = agreement, pg_temp as $$
    select (select agreement.drawn_up()) || (select coalesce(array_agg(a.id), '{}') from agreement.agreement a
        join agreement.acceptance c on c.agreement = a.id
        where a.organiser = any ((select access.seen_organisers())::bigint[]))
$$;

create function agreement.is_accepted(wanted bigint, edition_number int) returns boolean language sql stable
    security definer set search_path = agreement, pg_temp as $$
    select exists (select from agreement.acceptance c where c.agreement = wanted and c.edition = edition_number)
$$;
-- Whether an edition was handed over by a party: what the other accepts.
create function agreement.is_of_party(wanted bigint, edition_number int, by_party text) returns boolean language sql stable
    security definer set search_path = agreement, pg_temp as $$
    select exists (select from agreement.edition e
        where e.agreement = wanted and e.number = edition_number and e.party = by_party)
$$;

alter table agreement.agreement enable row level security;
create policy known on agreement.agreement for select using (id = any ((select agreement.known())::bigint[]));
create policy begun on agreement.agreement for insert with check (
    (select access.everywhere('DRAW_UP_AGREEMENT'))
    or owner_organisation = any ((select access.organisations_for('DRAW_UP_AGREEMENT'))::bigint[]));
create policy set_aside on agreement.agreement for update using (
    id = any ((select agreement.drawn_up_by_agency())::bigint[]));
-- Whoever has begun one reads it in the same statement.
create policy own_new on agreement.agreement for select using (made_by = access.person() and (
    (select access.everywhere('DRAW_UP_AGREEMENT'))
    or owner_organisation = any ((select access.organisations_for('DRAW_UP_AGREEMENT'))::bigint[])));

alter table agreement.working_text enable row level security;
create policy agency on agreement.working_text for all using (
    party = 'AGENCY' and agreement = any ((select agreement.drawn_up_by_agency())::bigint[]));
create policy organiser on agreement.working_text for all using (
    party = 'ORGANISER' and agreement = any ((select agreement.drawn_up_by_organiser())::bigint[]));

alter table agreement.edition enable row level security;
create policy known on agreement.edition for select using (agreement = any ((select agreement.drawn_up())::bigint[]));
create policy accepted on agreement.edition for select using (
    agreement = any ((select agreement.known())::bigint[]) and agreement.is_accepted(agreement, number));
create policy handed_by_agency on agreement.edition for insert with check (
    party = 'AGENCY' and agreement = any ((select agreement.drawn_up_by_agency())::bigint[]));
create policy handed_by_organiser on agreement.edition for insert with check (
    party = 'ORGANISER' and agreement = any ((select agreement.drawn_up_by_organiser())::bigint[]));

alter table agreement.acceptance enable row level security;
create policy known on agreement.acceptance for select using (agreement = any ((select agreement.known())::bigint[]));
-- A party accepts what the other has handed over, never what is its own.
create policy by_agency on agreement.acceptance for insert with check (
    agreement = any ((select agreement.drawn_up_by_agency())::bigint[])
    and agreement.is_of_party(agreement, edition, 'ORGANISER'));
create policy by_organiser on agreement.acceptance for insert with check (
    agreement = any ((select agreement.drawn_up_by_organiser())::bigint[])
    and agreement.is_of_party(agreement, edition, 'AGENCY'));

grant select, insert, update (set_aside_by, set_aside_at, set_aside_why) on agreement.agreement to samverkan_app;
grant select, insert, update (content, version, changed_by, changed_at) on agreement.working_text to samverkan_app;
grant select, insert on agreement.edition, agreement.acceptance to samverkan_app;

call discussion.open_kind('agreement', 'agreement.drawn_up()');
