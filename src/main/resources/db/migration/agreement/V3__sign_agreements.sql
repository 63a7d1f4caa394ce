-- A text that both stand behind is signed by those whom each party has named; then it is in force and nobody changes it.
-- Until then the agency or office can open the text again: that acceptance counts no more, and another edition is accepted.
alter table agreement.acceptance drop constraint acceptance_pkey;
alter table agreement.acceptance add primary key (agreement, edition);

-- What was set aside has no number to keep: the next one takes it.
alter table agreement.agreement drop constraint agreement_partnership_number_key;
create unique index agreement_number on agreement.agreement (partnership, number) where set_aside_at is null;

create table agreement.reopening (
    agreement bigint not null,
    edition int not null,
    why text not null check (length(trim(why)) > 0),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (agreement, edition),
    foreign key (agreement, edition) references agreement.acceptance
);

-- Who signs for a party, by what mandate, and the last day it holds.
create table agreement.signatory (
    agreement bigint not null references agreement.agreement,
    party text not null check (party in ('AGENCY', 'ORGANISER')),
    person bigint not null references access.person,
    mandate text not null check (length(trim(mandate)) > 0),
    mandate_ends date,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (agreement, person)
);

-- That a text was put before the signatories: which request for signatures, and which version of its document.
create table agreement.signing (
    request bigint not null,
    version int not null,
    agreement bigint not null,
    edition int not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (request, version),
    foreign key (agreement, edition) references agreement.acceptance
);
create index signing_by_agreement on agreement.signing (agreement);

-- An agreement that everybody has signed, with the checksum of what they signed.
create table agreement.in_force (
    agreement bigint primary key references agreement.agreement,
    request bigint not null,
    version int not null,
    checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
    since timestamptz not null default now(),
    foreign key (request, version) references agreement.signing
);

-- The document that the signed agreement was filed as.
create table agreement.filing (
    agreement bigint primary key references agreement.in_force,
    document bigint not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);

do $$
declare
    kept text;
begin
    foreach kept in array '{reopening,signing,in_force,filing}'::text[] loop
        execute format('create trigger stands before update or delete on agreement.%I
            for each row execute function agreement.forbid_change()', kept);
    end loop;
end $$;

-- Once an agreement is in force nothing of it is written, whoever asks.
create function agreement.refuse_when_in_force() returns trigger language plpgsql security definer
    set search_path = agreement, pg_temp as $$
declare
    concerned bigint;
begin
    if tg_table_name = 'agreement' then
        concerned := old.id;
    elsif tg_op = 'DELETE' then
        concerned := old.agreement;
    else
        concerned := new.agreement;
    end if;
    if exists (select from agreement.in_force f where f.agreement = concerned) then
        raise exception 'the agreement is in force and stands as it is' using errcode = 'check_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
do $$
declare
    kept text;
begin
    foreach kept in array '{working_text,edition,acceptance,reopening,signatory,signing}'::text[] loop
        execute format('create trigger in_force_stands before insert or update or delete on agreement.%I
            for each row execute function agreement.refuse_when_in_force()', kept);
    end loop;
end $$;
create trigger in_force_stands before update or delete on agreement.agreement
    for each row execute function agreement.refuse_when_in_force();

-- An acceptance counts until the text is opened again.
create or replace function agreement.is_accepted(wanted bigint, edition_number int) returns boolean language sql stable
    security definer set search_path = agreement, pg_temp as $$
    select exists (select from agreement.acceptance c where c.agreement = wanted and c.edition = edition_number
        and not exists (select from agreement.reopening r where r.agreement = wanted and r.edition = edition_number))
$$;
create or replace function agreement.known() returns bigint[] language sql stable security definer
    set search_path = agreement, pg_temp as $$
    select (select agreement.drawn_up()) || (select coalesce(array_agg(a.id), '{}') from agreement.agreement a
        join agreement.acceptance c on c.agreement = a.id
        where a.organiser = any ((select access.seen_organisers())::bigint[])
          and not exists (select from agreement.reopening r where r.agreement = a.id and r.edition = c.edition))
$$;

-- Called within the transaction of the last signature, by whoever made it: who signs may know nothing else of the agreement.
create function agreement.enter_into_force(signed bigint, of_version int, of_checksum text)
    returns table (id bigint, number int, owner bigint, organiser bigint)
    language plpgsql security definer set search_path = agreement, pg_temp as $$
begin
    if not records.is_signed(signed, of_version) then
        raise exception 'not signed by all' using errcode = 'check_violation';
    end if;
    insert into agreement.in_force (agreement, request, version, checksum)
    select s.agreement, s.request, s.version, of_checksum from agreement.signing s
    where s.request = signed and s.version = of_version and agreement.is_accepted(s.agreement, s.edition);
    return query select a.id, a.number, a.owner_organisation, a.organiser from agreement.agreement a
        join agreement.in_force f on f.agreement = a.id where f.request = signed and f.version = of_version;
end $$;
-- The agreement that a request for signatures is of, for whoever is to sign: its name and nothing more.
create function agreement.of_signing(asked bigint) returns table (id bigint, number int, owner bigint, organiser bigint)
    language sql stable security definer set search_path = agreement, pg_temp as $$
    select distinct a.id, a.number, a.owner_organisation, a.organiser from agreement.agreement a
    join agreement.signing s on s.agreement = a.id
    where s.request = asked and asked = any ((select records.signings_known())::bigint[])
$$;

do $$
declare
    kept text;
begin
    foreach kept in array '{reopening,signatory,signing}'::text[] loop
        execute format('alter table agreement.%I enable row level security', kept);
        execute format('create policy known on agreement.%I for select using (
            agreement = any ((select agreement.drawn_up())::bigint[]))', kept);
    end loop;
    foreach kept in array '{in_force,filing}'::text[] loop
        execute format('alter table agreement.%I enable row level security', kept);
        execute format('create policy known on agreement.%I for select using (
            agreement = any ((select agreement.known())::bigint[]))', kept);
    end loop;
end $$;
create policy by_agency on agreement.reopening for insert with check (
    agreement = any ((select agreement.drawn_up_by_agency())::bigint[]));
create policy by_agency on agreement.signing for insert with check (
    agreement = any ((select agreement.drawn_up_by_agency())::bigint[]));
create policy by_agency on agreement.filing for insert with check (
    agreement = any ((select agreement.drawn_up_by_agency())::bigint[]));
-- Each party names its own.
create policy agency_names on agreement.signatory for insert with check (
    party = 'AGENCY' and agreement = any ((select agreement.drawn_up_by_agency())::bigint[]));
create policy organiser_names on agreement.signatory for insert with check (
    party = 'ORGANISER' and agreement = any ((select agreement.drawn_up_by_organiser())::bigint[]));
create policy agency_removes on agreement.signatory for delete using (
    party = 'AGENCY' and agreement = any ((select agreement.drawn_up_by_agency())::bigint[]));
create policy organiser_removes on agreement.signatory for delete using (
    party = 'ORGANISER' and agreement = any ((select agreement.drawn_up_by_organiser())::bigint[]));

grant select, insert on agreement.reopening, agreement.signing, agreement.filing to samverkan_app;
grant select, insert, delete on agreement.signatory to samverkan_app;
grant select on agreement.in_force to samverkan_app;
