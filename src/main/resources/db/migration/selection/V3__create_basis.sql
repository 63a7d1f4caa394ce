-- The frozen basis of a round, the pre-analysis plan and the allotment of its places. All of it is only ever added to.

-- A version of the basis (underlag): the text that its checksum is made of, and what may be read from it.
create table selection.basis (
    round bigint not null references selection.round,
    version int not null check (version > 0),
    criteria_version int not null,
    per_organiser int,
    last_import int not null,
    content text not null,
    checksum bytea not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (round, version)
);
create table selection.basis_form (
    round bigint not null,
    version int not null,
    form text not null,
    position int not null,
    places int not null,
    primary key (round, version, form),
    foreign key (round, version) references selection.basis
);
create table selection.basis_unit (
    round bigint not null,
    version int not null,
    form text not null,
    unit bigint not null references organisation.unit,
    key text not null,
    name text not null,
    organiser bigint not null,
    organiser_key text not null,
    organiser_name text not null,
    organiser_type text not null,
    county text not null,
    need numeric(20, 6),
    error double precision not null,
    among double precision,
    verdict text not null,
    excluded text,
    conclusion text,
    primary key (round, version, form, unit),
    foreign key (round, version, form) references selection.basis_form
);
-- What units are matched by, each in its own unit of measure.
create table selection.basis_covariate (
    round bigint not null,
    version int not null,
    form text not null,
    unit bigint not null,
    name text not null,
    value double precision not null,
    primary key (round, version, form, unit, name),
    foreign key (round, version, form, unit) references selection.basis_unit
);
-- A version that was left to make a new one, and why.
create table selection.reopening (
    round bigint not null,
    version int not null,
    reason text not null check (length(trim(reason)) > 0),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (round, version),
    foreign key (round, version) references selection.basis
);

create function selection.seal_basis() returns trigger language plpgsql as $$
begin
    new.checksum := sha256(convert_to(new.content, 'UTF8'));
    return new;
end $$;
create trigger sealed before insert on selection.basis for each row execute function selection.seal_basis();

-- The pre-analysis plan (föranmäld analysplan), locked as it is written; a change is a new version with its reason.
create table selection.plan (
    round bigint not null references selection.round,
    version int not null check (version > 0),
    reason text not null,
    content text not null,
    checksum bytea not null,
    written_by bigint not null default access.person(),
    written_at timestamptz not null default now(),
    primary key (round, version),
    check (version = 1 or length(trim(reason)) > 0)
);
create trigger sealed before insert on selection.plan for each row execute function selection.seal_basis();

-- The seed of the round's draw. Nobody may read it; selection.draw_seed gives it to the draw.
create table selection.seed (
    round bigint primary key references selection.round,
    seed bytea not null,
    committed_by bigint not null default access.person(),
    committed_at timestamptz not null default now(),
    committed_in xid8 not null default pg_current_xact_id()
);

-- How the places of a round are allotted, once: by assessment, or by lot from a list that is frozen here.
create table selection.allotment (
    round bigint primary key references selection.round,
    basis int not null,
    plan int not null,
    method text not null check (method in ('LOT', 'ASSESSMENT')),
    grouping text,
    list text,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    made_in xid8 not null default pg_current_xact_id(),
    foreign key (round, basis) references selection.basis,
    foreign key (round, plan) references selection.plan,
    check ((method = 'LOT') = (list is not null)),
    check ((method = 'LOT') = (grouping is not null))
);
create table selection.draw (
    round bigint primary key references selection.allotment,
    drawn_by bigint not null default access.person(),
    drawn_at timestamptz not null default now(),
    drawn_in xid8 not null default pg_current_xact_id()
);
-- What each unit was allotted; the key keeps a comparison unit from being offered support.
create table selection.allotted (
    round bigint not null references selection.allotment,
    unit bigint not null references organisation.unit,
    form text not null,
    position int not null,
    part text not null check (part in ('OFFERED', 'COMPARISON', 'RESERVE', 'RESERVE_COMPARISON')),
    stratum text not null,
    distance double precision,
    primary key (round, unit),
    unique (round, form, part, position)
);

create function selection.is_frozen(in_round bigint) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select exists (select from selection.basis b where b.round = in_round
        and not exists (select from selection.reopening r where r.round = b.round and r.version = b.version))
$$;
create function selection.is_allotted(in_round bigint) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select exists (select from selection.allotment a where a.round = in_round
        and (a.method = 'ASSESSMENT' or exists (select from selection.draw d where d.round = a.round)))
$$;
-- The units of an allotment are written in the same transaction as the choice or the draw, never afterwards.
create function selection.is_being_allotted(in_round bigint) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select exists (select from selection.allotment a left join selection.draw d on d.round = a.round
        where a.round = in_round
        and case a.method when 'LOT' then d.drawn_in else a.made_in end = pg_current_xact_id())
$$;
-- What a draw may be made from: the basis that stands, and by lot a seed that was committed in an earlier transaction.
create function selection.may_allot(in_round bigint, of_basis int, by_method text) returns boolean language sql stable
    security definer set search_path = selection, pg_temp as $$
    select selection.is_frozen(in_round)
        and of_basis = (select max(version) from selection.basis where round = in_round)
        and (by_method = 'ASSESSMENT' or exists (select from selection.seed s where s.round = in_round
            and s.committed_in <> pg_current_xact_id()))
$$;

-- The rounds that are allotted, where the actor may take them out for research.
create function selection.rounds_for_research() returns bigint[] language sql stable security definer
    set search_path = selection, pg_temp as $$
    select coalesce(array_agg(r.id), '{}') from selection.round r
    where selection.is_allotted(r.id)
      and (access.everywhere('EXPORT_RESEARCH')
           or r.owner_organisation = any (access.organisations_for('EXPORT_RESEARCH')))
$$;

-- Commits to a seed that comes from the database's source of chance and never leaves it before the draw.
create function selection.commit_seed(in_round bigint) returns void language plpgsql security definer
    set search_path = selection, pg_temp as $$
begin
    if not in_round = any (selection.rounds_prepared()) then
        raise exception 'may not prepare the round' using errcode = 'insufficient_privilege';
    end if;
    insert into selection.seed (round, seed) values (in_round,
        sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
end $$;
-- What is known of a seed: its checksum, and after the draw itself.
create function selection.seed_of(in_round bigint) returns table (checksum text, committed_at timestamptz, seed text)
    language sql stable security definer set search_path = selection, pg_temp as $$
    select encode(sha256(s.seed), 'hex'), s.committed_at,
        case when exists (select from selection.draw d where d.round = s.round) then encode(s.seed, 'hex') end
    from selection.seed s
    where s.round = in_round
      and (in_round = any (selection.rounds_joined()) or in_round = any (selection.rounds_for_research()))
$$;
-- Hands the seed to the draw, once, and only when the list was frozen in an earlier transaction: so nothing can be tried.
create function selection.draw_seed(in_round bigint) returns text language plpgsql security definer
    set search_path = selection, pg_temp as $$
begin
    if not in_round = any (selection.rounds_prepared()) then
        raise exception 'may not prepare the round' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select from selection.allotment where round = in_round and method = 'LOT'
            and made_in <> pg_current_xact_id()) then
        raise exception 'no list is frozen' using errcode = 'object_not_in_prerequisite_state';
    end if;
    insert into selection.draw (round) values (in_round);
    return (select encode(seed, 'hex') from selection.seed where round = in_round);
end $$;

-- What a frozen basis rests on stands still. Whoever changes it waits for a freeze that goes on, and is then refused.
create function selection.stand_still() returns trigger language plpgsql security definer
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
    if selection.is_frozen(concerned) then
        raise exception 'the basis of the round is frozen' using errcode = 'object_not_in_prerequisite_state';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger frozen before update on selection.round
    for each row execute function selection.stand_still('id');
create trigger frozen before insert or update or delete on selection.round_form
    for each row execute function selection.stand_still('round');
create trigger frozen before insert or update or delete on selection.criteria
    for each row execute function selection.stand_still('round');
create trigger frozen before insert or update or delete on selection.criterion
    for each row execute function selection.stand_still('round');
create trigger frozen before insert or update or delete on selection.exclusion
    for each row execute function selection.stand_still('round');
create trigger frozen before insert or update or delete on selection.inspectorate_note
    for each row execute function selection.stand_still('round');
create trigger frozen before insert or update or delete on selection.assessment
    for each row execute function selection.stand_still('round');
create trigger frozen before insert or update or delete on selection.joint_assessment
    for each row execute function selection.stand_still('round');

-- Who wrote or froze something in a round; whoever leaves it keeps the name there.
create function selection.name_in(in_round bigint, of_person bigint) returns text language sql stable security definer
    set search_path = selection, pg_temp as $$
    select p.name from access.person p
    where p.id = of_person and exists (select from selection.participant t where t.round = in_round and t.person = p.id)
      and (in_round = any (selection.rounds_joined()) or in_round = any (selection.rounds_for_research()))
$$;

do $$
declare
    guarded text;
begin
    foreach guarded in array '{basis,basis_form,basis_unit,basis_covariate,reopening,plan,allotment,draw,allotted}'::text[] loop
        execute format('alter table selection.%I enable row level security', guarded);
        execute format('create policy joined on selection.%I for select
            using (round = any ((select selection.rounds_joined())::bigint[]))', guarded);
        execute format('create policy research on selection.%I for select
            using (round = any ((select selection.rounds_for_research())::bigint[]))', guarded);
        execute format('grant select on selection.%I to samverkan_app', guarded);
    end loop;
    foreach guarded in array '{round_form,criteria,criterion}'::text[] loop
        execute format('create policy research on selection.%I for select
            using (round = any ((select selection.rounds_for_research())::bigint[]))', guarded);
    end loop;
    foreach guarded in array '{basis,basis_form,basis_unit,basis_covariate}'::text[] loop
        execute format('create policy prepared on selection.%I for insert
            with check (round = any ((select selection.rounds_prepared())::bigint[]))', guarded);
    end loop;
end $$;
create policy research on selection.round for select using (id = any ((select selection.rounds_for_research())::bigint[]));
create policy prepared on selection.reopening for insert with check (
    round = any ((select selection.rounds_prepared())::bigint[])
    and not exists (select from selection.allotment a where a.round = reopening.round));
create policy prepared on selection.plan for insert with check (
    round = any ((select selection.rounds_prepared())::bigint[]));
create policy prepared on selection.allotment for insert with check (
    round = any ((select selection.rounds_prepared())::bigint[]) and selection.may_allot(round, basis, method));
create policy prepared on selection.allotted for insert with check (
    round = any ((select selection.rounds_prepared())::bigint[]) and selection.is_being_allotted(round));
alter table selection.seed enable row level security;

grant insert (round, version, criteria_version, per_organiser, last_import, content) on selection.basis to samverkan_app;
grant insert on selection.basis_form, selection.basis_unit, selection.basis_covariate to samverkan_app;
grant insert (round, version, reason) on selection.reopening to samverkan_app;
grant insert (round, version, reason, content) on selection.plan to samverkan_app;
grant insert (round, basis, plan, method, grouping, list) on selection.allotment to samverkan_app;
grant insert on selection.allotted to samverkan_app;

-- A version of the basis is whole once its transaction ends: nothing is put into it afterwards, nor beside one that stands.
create function selection.is_new_basis(in_round bigint, of_version int) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select exists (select from selection.basis where round = in_round and version = of_version
        and made_at = transaction_timestamp() and made_by = access.person())
$$;
create function selection.add_to_new_basis() returns trigger language plpgsql as $$
begin
    if not selection.is_new_basis(new.round, new.version) then
        raise exception 'the basis of the round is frozen' using errcode = 'object_not_in_prerequisite_state';
    end if;
    return new;
end $$;
create trigger whole before insert on selection.basis_form
    for each row execute function selection.add_to_new_basis();
create trigger whole before insert on selection.basis_unit
    for each row execute function selection.add_to_new_basis();
create trigger whole before insert on selection.basis_covariate
    for each row execute function selection.add_to_new_basis();
create function selection.one_basis_at_a_time() returns trigger language plpgsql as $$
begin
    if selection.is_frozen(new.round) then
        raise exception 'the basis of the round is frozen' using errcode = 'object_not_in_prerequisite_state';
    end if;
    return new;
end $$;
create trigger one_at_a_time before insert on selection.basis
    for each row execute function selection.one_basis_at_a_time();
