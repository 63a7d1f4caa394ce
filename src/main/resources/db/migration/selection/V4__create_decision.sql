-- What is decided on an allotment: the proposal, who stands aside, the decision with its documents, who is told, which
-- reserves are taken in, and the end of the round. All of it is only ever added to.

-- To tell others of a decision (dela, expediera) is a duty of its own.
alter table selection.participant drop constraint participant_duty_check;
alter table selection.participant add check (duty in ('PREPARER', 'ASSESSOR', 'DECIDER', 'REVEALER'));
create function selection.verb_of(duty text) returns text language sql immutable as $$
    select case duty when 'PREPARER' then 'PREPARE_SELECTION' when 'ASSESSOR' then 'ASSESS_SELECTION'
                     when 'DECIDER' then 'DECIDE_SELECTION' else 'REVEAL_SELECTION' end
$$;
create or replace function selection.rounds_with(duties text[]) returns bigint[] language sql stable security definer
    set search_path = selection, pg_temp as $$
    select coalesce(array_agg(distinct p.round), '{}')
    from selection.participant p join selection.round r on r.id = p.round
    where p.person = access.person() and p.left_at is null and p.duty = any (duties)
      and (access.everywhere(selection.verb_of(p.duty))
           or r.owner_organisation = any (access.organisations_for(selection.verb_of(p.duty))))
$$;
create or replace function selection.rounds_joined() returns bigint[] language sql stable as
    $$ select selection.rounds_with('{PREPARER,ASSESSOR,DECIDER,REVEALER}') $$;
create function selection.rounds_to_decide() returns bigint[] language sql stable as
    $$ select selection.rounds_with('{DECIDER}') $$;
create function selection.rounds_to_reveal() returns bigint[] language sql stable as
    $$ select selection.rounds_with('{REVEALER}') $$;
create or replace function selection.people(round_id bigint) returns table (id bigint, person bigint, name text, duty text,
        joined_at timestamptz, left_at timestamptz)
    language sql stable security definer set search_path = selection, pg_temp as $$
    select t.id, t.person, p.name, t.duty, t.joined_at, t.left_at
    from selection.participant t join access.person p on p.id = t.person
    where t.round = round_id and round_id = any (selection.rounds_joined())
    order by array_position('{PREPARER,ASSESSOR,DECIDER,REVEALER}', t.duty), t.joined_at
$$;

-- Lets one at a time do what a round can only do once, whatever the person's duty in it; false for who has none.
create function selection.hold(in_round bigint) returns boolean language plpgsql security definer
    set search_path = selection, pg_temp as $$
begin
    if not in_round = any (selection.rounds_joined()) then
        return false;
    end if;
    perform 1 from selection.round where id = in_round for update;
    return found;
end $$;

-- What is proposed, with its reasons. Whoever proposes has declared that nothing makes them partial (jäv); what they still
-- wanted to tell stands in interest. A proposal that was handed back stays, and a new version follows it.
create table selection.proposal (
    round bigint not null references selection.allotment,
    version int not null check (version > 0),
    reasons text not null check (length(trim(reasons)) > 0),
    case_number text not null,
    interest text not null,
    proposed_by bigint not null default access.person(),
    proposed_at timestamptz not null default now(),
    primary key (round, version)
);
create table selection.handing_back (
    round bigint not null,
    proposal int not null,
    reason text not null check (length(trim(reason)) > 0),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (round, proposal),
    foreign key (round, proposal) references selection.proposal
);
-- Somebody who is partial takes no part in proposing or deciding.
create table selection.recusal (
    round bigint not null references selection.round,
    person bigint not null default access.person() references access.person,
    reason text not null check (length(trim(reason)) > 0),
    made_at timestamptz not null default now(),
    primary key (round, person)
);
create table selection.decision (
    round bigint primary key references selection.allotment,
    proposal int not null,
    reasons text not null,
    interest text not null,
    decided_by bigint not null default access.person(),
    decided_at timestamptz not null default now(),
    decided_in xid8 not null default pg_current_xact_id(),
    foreign key (round, proposal) references selection.proposal
);
-- The decision as a document, byte by byte as it was when it was made.
create table selection.decision_document (
    round bigint not null references selection.decision,
    format text not null check (format in ('PDF', 'DOCX')),
    content bytea not null,
    checksum bytea not null,
    primary key (round, format)
);
create function selection.seal_document() returns trigger language plpgsql as $$
begin
    new.checksum := sha256(new.content);
    return new;
end $$;
create trigger sealed before insert on selection.decision_document
    for each row execute function selection.seal_document();

-- That the organisers concerned are told, and whether anybody may read the list of the draw.
create table selection.sharing (
    round bigint primary key references selection.decision,
    message text not null,
    list_is_public boolean not null,
    shared_by bigint not null default access.person(),
    shared_at timestamptz not null default now(),
    shared_in xid8 not null default pg_current_xact_id()
);
create table selection.shared_with (
    round bigint not null references selection.sharing,
    organiser bigint not null references organisation.organisation,
    primary key (round, organiser)
);
create index shared_with_by_organiser on selection.shared_with (organiser);

-- A unit that will not take part after all, and the reserve that takes its place, if there was one left.
create table selection.replacement (
    round bigint not null references selection.decision,
    unit bigint not null,
    reason text not null check (reason in ('DECLINED', 'CLOSING', 'MERGER', 'OTHER_SUPPORT', 'OTHER')),
    note text not null,
    reserve bigint,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (round, unit),
    unique (round, reserve),
    foreign key (round, unit) references selection.allotted,
    foreign key (round, reserve) references selection.allotted,
    check (reason <> 'OTHER' or length(trim(note)) > 0)
);

-- The end: nothing in the round is changed any more.
create table selection.closing (
    round bigint primary key references selection.round,
    reason text not null,
    closed_by bigint not null default access.person(),
    closed_at timestamptz not null default now()
);

create function selection.is_decided(in_round bigint) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select exists (select from selection.decision where round = in_round)
$$;
create function selection.stands_aside(in_round bigint) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select exists (select from selection.recusal where round = in_round and person = access.person())
$$;
-- The newest proposal that nobody has handed back, while nothing is decided.
create function selection.open_proposal(in_round bigint) returns int language sql stable security definer
    set search_path = selection, pg_temp as $$
    select p.version from selection.proposal p
    where p.round = in_round and not selection.is_decided(in_round)
      and p.version = (select max(version) from selection.proposal where round = in_round)
      and not exists (select from selection.handing_back h where h.round = in_round and h.proposal = p.version)
$$;
create function selection.may_propose(in_round bigint) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select selection.is_allotted(in_round) and not selection.is_decided(in_round)
        and selection.open_proposal(in_round) is null and not selection.stands_aside(in_round)
$$;
-- Two pairs of eyes: whoever proposed does not decide.
create function selection.may_decide(in_round bigint, on_proposal int) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select selection.open_proposal(in_round) = on_proposal and not selection.stands_aside(in_round)
        and not exists (select from selection.proposal p where p.round = in_round and p.version = on_proposal
            and p.proposed_by = access.person())
$$;
create function selection.is_being_decided(in_round bigint) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select exists (select from selection.decision where round = in_round and decided_in = pg_current_xact_id())
$$;
create function selection.is_being_shared(in_round bigint) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select exists (select from selection.sharing where round = in_round and shared_in = pg_current_xact_id())
$$;

-- The rounds whose decision has been shared with an organiser of the actor, and those that were decided, or came by sharing,
-- where the actor keeps the register: they read the decision, and nothing that it was made of.
create function selection.rounds_shared() returns bigint[] language sql stable security definer
    set search_path = selection, pg_temp as $$
    select coalesce(array_agg(distinct w.round), '{}') from selection.shared_with w
    where access.everywhere('READ_DECISION') or w.organiser = any (access.organisations_for('READ_DECISION'))
$$;
create function selection.rounds_registered() returns bigint[] language sql stable security definer
    set search_path = selection, pg_temp as $$
    select coalesce(array_agg(r.id), '{}') from selection.round r join selection.decision d on d.round = r.id
    where access.everywhere('READ_REGISTER') or r.owner_organisation = any (access.organisations_for('READ_REGISTER'))
       or exists (select from selection.shared_with w
                  where w.round = r.id and w.organiser = any (access.organisations_for('READ_REGISTER')))
$$;
create function selection.decisions() returns table (round bigint, name text, purpose text, cohort text, owner bigint,
        case_number text, decided_by text, decided_at timestamptz, shared_at timestamptz, message text, shared boolean)
    language sql stable security definer set search_path = selection, pg_temp as $$
    select r.id, r.name, r.purpose, r.cohort, r.owner_organisation, p.case_number, b.name, d.decided_at, s.shared_at,
        s.message, r.id = any (selection.rounds_shared())
    from selection.round r
    join selection.decision d on d.round = r.id
    join selection.proposal p on p.round = d.round and p.version = d.proposal
    join access.person b on b.id = d.decided_by
    left join selection.sharing s on s.round = d.round
    where r.id = any (selection.rounds_shared()) or r.id = any (selection.rounds_registered())
$$;
-- What the units of the actor's own organisers were allotted in a decision that has been shared with them.
create function selection.own_units(in_round bigint) returns table (unit bigint, key text, name text, organiser text,
        part text, number int, called boolean, replaced boolean)
    language sql stable security definer set search_path = selection, pg_temp as $$
    select a.unit, b.key, b.name, b.organiser_name, a.part,
        (select count(*)::int from selection.allotted e where e.round = a.round and e.form = a.form and e.part = a.part
            and e.position <= a.position),
        exists (select from selection.replacement x where x.round = a.round and x.reserve = a.unit),
        exists (select from selection.replacement x where x.round = a.round and x.unit = a.unit)
    from selection.allotted a
    join selection.allotment m on m.round = a.round
    join selection.basis_unit b on b.round = a.round and b.version = m.basis and b.form = a.form and b.unit = a.unit
    join selection.shared_with w on w.round = a.round and w.organiser = b.organiser
    where a.round = in_round
      and (access.everywhere('READ_DECISION') or b.organiser = any (access.organisations_for('READ_DECISION')))
    order by b.name collate "sv-SE-x-icu", b.key
$$;

-- What everybody may see of every draw: the checksums, without the round's name, and after the draw the seed. Where it was
-- shared so, the name and the list too.
create function selection.published_draws() returns table (checksum text, committed_at timestamptz, list_checksum text,
        listed_at timestamptz, seed text, drawn_at timestamptz, name text, list text)
    language sql stable security definer set search_path = selection, pg_temp as $$
    select encode(sha256(s.seed), 'hex'), s.committed_at, encode(sha256(convert_to(a.list, 'UTF8')), 'hex'), a.made_at,
        case when d.round is not null then encode(s.seed, 'hex') end, d.drawn_at,
        case when h.list_is_public then r.name end, case when h.list_is_public then a.list end
    from selection.seed s
    join selection.round r on r.id = s.round
    left join selection.allotment a on a.round = s.round and a.method = 'LOT'
    left join selection.draw d on d.round = s.round
    left join selection.sharing h on h.round = s.round
$$;

-- Where the round stands still for good. Whoever changes something waits for a closing that goes on, and is then refused.
create function selection.refuse_closed() returns trigger language plpgsql security definer
    set search_path = selection, pg_temp as $$
declare
    concerned bigint;
begin
    if tg_op = 'DELETE' then
        execute format('select ($1).%I', tg_argv[0]) using old into concerned;
    else
        execute format('select ($1).%I', tg_argv[0]) using new into concerned;
    end if;
    perform 1 from selection.round where id = concerned for share;
    if exists (select from selection.closing where round = concerned) then
        raise exception 'the round is closed' using errcode = 'object_not_in_prerequisite_state';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger closed before update on selection.round for each row execute function selection.refuse_closed('id');
do $$
declare
    guarded text;
begin
    foreach guarded in array '{round_form,participant,criteria,criterion,exclusion,inspectorate_note,assessment,
            joint_assessment,basis,reopening,plan,seed,allotment,draw,proposal,handing_back,recusal,decision,sharing,
            replacement}'::text[] loop
        execute format('create trigger closed before insert or update or delete on selection.%I
            for each row execute function selection.refuse_closed(''round'')', guarded);
    end loop;
    foreach guarded in array '{proposal,handing_back,recusal,decision,decision_document,sharing,shared_with,replacement,
            closing}'::text[] loop
        execute format('alter table selection.%I enable row level security', guarded);
        execute format('create policy joined on selection.%I for select
            using (round = any ((select selection.rounds_joined())::bigint[]))', guarded);
        execute format('grant select on selection.%I to samverkan_app', guarded);
    end loop;
end $$;
create policy research on selection.decision for select
    using (round = any ((select selection.rounds_for_research())::bigint[]));
create policy research on selection.replacement for select
    using (round = any ((select selection.rounds_for_research())::bigint[]));
create policy told on selection.decision_document for select using (
    round = any ((select selection.rounds_shared())::bigint[])
    or round = any ((select selection.rounds_registered())::bigint[]));
create policy prepared on selection.proposal for insert with check (
    round = any ((select selection.rounds_prepared())::bigint[]) and selection.may_propose(round));
create policy decided on selection.handing_back for insert with check (
    round = any ((select selection.rounds_to_decide())::bigint[]) and selection.may_decide(round, proposal));
create policy ones_own on selection.recusal for insert with check (
    person = access.person() and not selection.is_decided(round)
    and (round = any ((select selection.rounds_prepared())::bigint[])
         or round = any ((select selection.rounds_to_decide())::bigint[])));
create policy decided on selection.decision for insert with check (
    round = any ((select selection.rounds_to_decide())::bigint[]) and selection.may_decide(round, proposal));
create policy decided on selection.decision_document for insert with check (
    round = any ((select selection.rounds_to_decide())::bigint[]) and selection.is_being_decided(round));
create policy revealed on selection.sharing for insert with check (
    round = any ((select selection.rounds_to_reveal())::bigint[]));
create policy revealed on selection.shared_with for insert with check (
    round = any ((select selection.rounds_to_reveal())::bigint[]) and selection.is_being_shared(round));
create policy prepared on selection.replacement for insert with check (
    round = any ((select selection.rounds_prepared())::bigint[]));
create policy prepared on selection.closing for insert with check (
    round = any ((select selection.rounds_prepared())::bigint[]));

grant insert (round, version, reasons, case_number, interest) on selection.proposal to samverkan_app;
grant insert (round, proposal, reason) on selection.handing_back to samverkan_app;
grant insert (round, reason) on selection.recusal to samverkan_app;
grant insert (round, proposal, reasons, interest) on selection.decision to samverkan_app;
grant insert (round, format, content) on selection.decision_document to samverkan_app;
grant insert (round, message, list_is_public) on selection.sharing to samverkan_app;
grant insert (round, organiser) on selection.shared_with to samverkan_app;
grant insert (round, unit, reason, note, reserve) on selection.replacement to samverkan_app;
grant insert (round, reason) on selection.closing to samverkan_app;
