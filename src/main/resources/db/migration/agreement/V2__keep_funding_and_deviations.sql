-- A funding decision (beslut om bidrag): how much, for what, in which instalments. It stands as it was decided; another
-- decision changes it. Amounts are in öre.
create table agreement.funding (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    number int not null check (number > 0),
    owner_organisation bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    case_number text not null default '',
    decided_on date not null,
    purpose text not null check (length(trim(purpose)) > 0),
    amount bigint not null check (amount > 0),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    unique (partnership, number)
);
create table agreement.instalment (
    funding bigint not null references agreement.funding,
    number int not null check (number > 0),
    due date not null,
    amount bigint not null check (amount > 0),
    primary key (funding, number)
);
-- What has happened with the money: asked for and accounted for by the organiser, paid out and paid back as the agency or
-- office has it in its books. An entry that was wrong is withdrawn with a reason, and stays.
create table agreement.funding_entry (
    id bigint generated always as identity primary key,
    funding bigint not null references agreement.funding,
    kind text not null check (kind in ('REQUISITION', 'PAYMENT', 'ACCOUNT', 'REPAYMENT')),
    day date not null,
    amount bigint not null check (amount > 0),
    words text not null default '',
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    withdrawn_by bigint,
    withdrawn_at timestamptz,
    withdrawn_why text not null default '',
    check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index funding_entry_by_funding on agreement.funding_entry (funding, day);

-- A deviation (avsteg) from the agreement or from a funding decision: what was not done as agreed, and why. The other party
-- answers, once.
create table agreement.deviation (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    owner_organisation bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    against text not null check (against in ('AGREEMENT', 'FUNDING')),
    party text not null check (party in ('AGENCY', 'ORGANISER')),
    from_day date not null,
    what text not null check (length(trim(what)) > 0),
    why text not null check (length(trim(why)) > 0),
    measure text not null default '',
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index deviation_by_partnership on agreement.deviation (partnership);
create table agreement.deviation_answer (
    deviation bigint primary key references agreement.deviation,
    accepted boolean not null,
    words text not null default '',
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    check (accepted or length(trim(words)) > 0)
);

create trigger fundings_stand before update or delete on agreement.funding
    for each row execute function agreement.forbid_change();
create trigger instalments_stand before update or delete on agreement.instalment
    for each row execute function agreement.forbid_change();
create trigger deviations_stand before update or delete on agreement.deviation
    for each row execute function agreement.forbid_change();
create trigger deviation_answers_stand before update or delete on agreement.deviation_answer
    for each row execute function agreement.forbid_change();

create function agreement.fundings_of_agency() returns bigint[] language sql stable security definer
    set search_path = agreement, pg_temp as $$
    select coalesce(array_agg(f.id), '{}') from agreement.funding f
    where (select access.everywhere('HANDLE_FUNDING'))
       or f.owner_organisation = any ((select access.organisations_for('HANDLE_FUNDING'))::bigint[])
$$;
create function agreement.fundings_of_organiser() returns bigint[] language sql stable security definer
    set search_path = agreement, pg_temp as $$
    select coalesce(array_agg(f.id), '{}') from agreement.funding f
    where f.organiser = any ((select access.organisations_for('HANDLE_FUNDING'))::bigint[])
$$;
-- When an entry can still be withdrawn it is by the party that made it: told by its kind.
create function agreement.is_organisers_kind(kind text) returns boolean language sql immutable as
    $$ select kind in ('REQUISITION', 'ACCOUNT') $$;

alter table agreement.funding enable row level security;
create policy agency on agreement.funding for all using (
    (select access.everywhere('HANDLE_FUNDING'))
    or owner_organisation = any ((select access.organisations_for('HANDLE_FUNDING'))::bigint[]));
create policy organiser on agreement.funding for select using (
    organiser = any ((select access.organisations_for('HANDLE_FUNDING'))::bigint[]));

alter table agreement.instalment enable row level security;
create policy agency on agreement.instalment for all using (
    funding = any ((select agreement.fundings_of_agency())::bigint[]));
create policy organiser on agreement.instalment for select using (
    funding = any ((select agreement.fundings_of_organiser())::bigint[]));

alter table agreement.funding_entry enable row level security;
create policy seen on agreement.funding_entry for select using (
    funding = any ((select agreement.fundings_of_agency() || agreement.fundings_of_organiser())::bigint[]));
create policy by_agency on agreement.funding_entry for insert with check (
    not agreement.is_organisers_kind(kind) and funding = any ((select agreement.fundings_of_agency())::bigint[]));
create policy by_organiser on agreement.funding_entry for insert with check (
    agreement.is_organisers_kind(kind) and funding = any ((select agreement.fundings_of_organiser())::bigint[]));
create policy withdrawn_by_agency on agreement.funding_entry for update using (
    not agreement.is_organisers_kind(kind) and funding = any ((select agreement.fundings_of_agency())::bigint[]));
create policy withdrawn_by_organiser on agreement.funding_entry for update using (
    agreement.is_organisers_kind(kind) and funding = any ((select agreement.fundings_of_organiser())::bigint[]));

alter table agreement.deviation enable row level security;
create policy seen on agreement.deviation for select using (
    (select access.everywhere('DRAW_UP_AGREEMENT'))
    or owner_organisation = any ((select access.organisations_for('DRAW_UP_AGREEMENT'))::bigint[])
    or organiser = any ((select access.organisations_for('DRAW_UP_AGREEMENT'))::bigint[]));
create policy told_by_agency on agreement.deviation for insert with check (
    party = 'AGENCY' and ((select access.everywhere('DRAW_UP_AGREEMENT'))
        or owner_organisation = any ((select access.organisations_for('DRAW_UP_AGREEMENT'))::bigint[])));
create policy told_by_organiser on agreement.deviation for insert with check (
    party = 'ORGANISER' and organiser = any ((select access.organisations_for('DRAW_UP_AGREEMENT'))::bigint[]));
-- The deviations that the actor answers: those that the other party has told of.
create function agreement.deviations_to_answer() returns bigint[] language sql stable security definer
    set search_path = agreement, pg_temp as $$
    select coalesce(array_agg(d.id), '{}') from agreement.deviation d
    where d.party = 'ORGANISER' and ((select access.everywhere('DRAW_UP_AGREEMENT'))
              or d.owner_organisation = any ((select access.organisations_for('DRAW_UP_AGREEMENT'))::bigint[]))
       or d.party = 'AGENCY' and d.organiser = any ((select access.organisations_for('DRAW_UP_AGREEMENT'))::bigint[])
$$;
alter table agreement.deviation_answer enable row level security;
create policy seen on agreement.deviation_answer for select using (
    exists (select from agreement.deviation d where d.id = deviation));
create policy answered on agreement.deviation_answer for insert with check (
    deviation = any ((select agreement.deviations_to_answer())::bigint[]));

grant select, insert on agreement.funding, agreement.instalment, agreement.deviation, agreement.deviation_answer
    to samverkan_app;
grant select, insert, update (withdrawn_by, withdrawn_at, withdrawn_why) on agreement.funding_entry to samverkan_app;
