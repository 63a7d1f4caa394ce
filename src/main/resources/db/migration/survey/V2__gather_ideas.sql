-- An idea round (idérunda): everybody in a meeting writes by phone, without an account; the leader groups what came, and all
-- vote. Who leads meetings in the case leads it, or the unit's own people.
create table survey.idea_round (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    owner_organisation bigint not null references organisation.organisation,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    question text not null check (length(trim(question)) between 1 and 300),
    votes int not null check (votes between 1 and 10),
    code text not null unique check (code ~ '^[a-z2-9]{8}$'),
    standing text not null default 'WRITING' check (standing in ('WRITING', 'GROUPING', 'VOTING', 'CLOSED')),
    version int not null default 0,
    made_on date not null default access.today(),
    made_by bigint not null default access.person(),
    check (owner_organisation = organiser)
);
create index idea_round_by_partnership on survey.idea_round (partnership);

-- What somebody wrote. A random id from the form; nothing says who, when or in which order. Once it has been written it is
-- the round's: it is shown, put into a group, or taken away.
create table survey.idea (
    id uuid primary key,
    round bigint not null references survey.idea_round,
    words text not null check (length(words) between 1 and 300),
    of_group bigint
);
create index idea_by_round on survey.idea (round);
create table survey.idea_group (
    id bigint generated always as identity primary key,
    round bigint not null references survey.idea_round,
    name text not null check (length(trim(name)) between 1 and 120),
    unique (id, round)
);
create index idea_group_by_round on survey.idea_group (round);
alter table survey.idea add foreign key (of_group, round) references survey.idea_group (id, round);
-- A ballot: one form, so many groups.
create table survey.idea_vote (
    form uuid not null,
    of_group bigint not null references survey.idea_group on delete cascade,
    primary key (form, of_group)
);
create index idea_vote_by_group on survey.idea_vote (of_group);

create function survey.rounds_led() returns bigint[] language sql stable security definer
    set search_path = survey, pg_temp as $$
    select coalesce(array_agg(r.id), '{}') from survey.idea_round r
    where r.unit = any ((select survey.units_for('LEAD_IDEA_ROUNDS'))::bigint[])
       or r.partnership = any ((select access.partnerships_for('LEAD_IDEA_ROUNDS'))::bigint[])
$$;
alter table survey.idea_round enable row level security;
create policy led on survey.idea_round for all using (
    unit = any ((select survey.units_for('LEAD_IDEA_ROUNDS'))::bigint[])
    or partnership = any ((select access.partnerships_for('LEAD_IDEA_ROUNDS'))::bigint[]));
alter table survey.idea_group enable row level security;
create policy led on survey.idea_group for all using (round = any ((select survey.rounds_led())::bigint[]));
alter table survey.idea enable row level security;
create policy led on survey.idea for all using (round = any ((select survey.rounds_led())::bigint[]));
-- Nobody reads a ballot; what was voted for is counted by a function.
alter table survey.idea_vote enable row level security;

grant select, insert (partnership, owner_organisation, organiser, unit, question, votes, code), update (standing, version)
    on survey.idea_round to samverkan_app;
grant select (id, round, words, of_group), update (of_group), delete on survey.idea to samverkan_app;
grant select, insert (round, name), update (name), delete on survey.idea_group to samverkan_app;

-- What whoever has the link meets, and what the screen shows: the same, so that a phone sees no more than the room does.
create function survey.round_by_code(wanted text) returns table (id bigint, question text, votes int, standing text,
        unit_name text, ideas int) language sql stable security definer set search_path = survey, pg_temp as $$
    select r.id, r.question, r.votes, r.standing, u.name,
        (select count(*)::int from survey.idea i where i.round = r.id)
    from survey.idea_round r join organisation.unit u on u.id = r.unit where r.code = wanted
$$;
create function survey.groups_by_code(wanted text) returns table (id bigint, name text)
    language sql stable security definer set search_path = survey, pg_temp as $$
    select g.id, g.name from survey.idea_group g join survey.idea_round r on r.id = g.round
    where r.code = wanted and r.standing in ('VOTING', 'CLOSED') order by g.name collate "sv-SE-x-icu", g.id
$$;
create function survey.write_idea(to_code text, form uuid, said text) returns text
    language plpgsql security definer set search_path = survey, pg_temp as $$
declare
    found_id bigint;
begin
    select r.id into found_id from survey.idea_round r where r.code = to_code;
    if found_id is null then
        return 'UNKNOWN';
    end if;
    perform pg_advisory_xact_lock_shared(hashtextextended('survey.round', found_id));
    perform from survey.idea_round r where r.id = found_id and r.standing = 'WRITING';
    if not found then
        return 'CLOSED';
    end if;
    insert into survey.idea (id, round, words) values (form, found_id, said) on conflict (id) do nothing;
    return 'TAKEN';
end $$;
create function survey.vote(to_code text, ballot uuid, for_groups bigint[]) returns text
    language plpgsql security definer set search_path = survey, pg_temp as $$
declare
    round_found survey.idea_round;
begin
    select * into round_found from survey.idea_round r where r.code = to_code;
    if round_found.id is null then
        return 'UNKNOWN';
    end if;
    perform pg_advisory_xact_lock_shared(hashtextextended('survey.round', round_found.id));
    perform from survey.idea_round r where r.id = round_found.id and r.standing = 'VOTING';
    if not found then
        return 'CLOSED';
    end if;
    if cardinality(for_groups) > round_found.votes then
        return 'TOO_MANY';
    end if;
    if not exists (select from survey.idea_vote v where v.form = ballot) then
        insert into survey.idea_vote (form, of_group)
            select ballot, g.id from survey.idea_group g where g.round = round_found.id and g.id = any (for_groups)
        on conflict do nothing;
    end if;
    return 'TAKEN';
end $$;
create function survey.votes(of_round bigint) returns table (of_group bigint, votes int)
    language sql stable security definer set search_path = survey, pg_temp as $$
    select v.of_group, count(*)::int from survey.idea_vote v join survey.idea_group g on g.id = v.of_group
    where g.round = of_round and of_round = any ((select survey.rounds_led())::bigint[]) group by v.of_group
$$;
create function survey.ballots(of_round bigint) returns int
    language sql stable security definer set search_path = survey, pg_temp as $$
    select count(distinct v.form)::int from survey.idea_vote v join survey.idea_group g on g.id = v.of_group
    where g.round = of_round and of_round = any ((select survey.rounds_led())::bigint[])
$$;
-- The move to another standing waits for those who are writing or voting just then.
create function survey.move_round(of_round bigint, seen int, becomes text) returns int
    language plpgsql security definer set search_path = survey, pg_temp as $$
declare
    moved int;
begin
    perform pg_advisory_xact_lock(hashtextextended('survey.round', of_round));
    update survey.idea_round r set standing = becomes, version = version + 1
    where r.id = of_round and r.version = seen and of_round = any (survey.rounds_led());
    get diagnostics moved = row_count;
    if moved = 1 and becomes = 'CLOSED' then
        insert into survey.idea_count (of_group, votes)
            select g.id, (select count(*) from survey.idea_vote v where v.of_group = g.id)
            from survey.idea_group g where g.round = of_round;
        delete from survey.idea_vote v using survey.idea_group g where g.id = v.of_group and g.round = of_round;
    end if;
    return moved;
end $$;
-- What a closed round came to: so many votes for each group. The ballots are gone.
create table survey.idea_count (
    of_group bigint primary key references survey.idea_group,
    votes int not null
);
alter table survey.idea_count enable row level security;
create policy led on survey.idea_count for select using (
    exists (select from survey.idea_group g where g.id = of_group and g.round = any ((select survey.rounds_led())::bigint[])));
grant select on survey.idea_count to samverkan_app;

create or replace function survey.tidy() returns void language plpgsql security definer
    set search_path = survey, pg_temp as $$
begin
    delete from survey.voice v using survey.survey s
    where s.id = v.survey and s.audience <> 'STAFF' and s.closed_on < access.today() - 30;
    lock table survey.answer, survey.voice, survey.idea, survey.idea_vote in share row exclusive mode;
    with gone as (delete from survey.answer returning *)
    insert into survey.answer select * from gone order by gen_random_uuid();
    with gone as (delete from survey.voice returning *)
    insert into survey.voice select * from gone order by gen_random_uuid();
    with gone as (delete from survey.idea returning *)
    insert into survey.idea select * from gone order by gen_random_uuid();
    with gone as (delete from survey.idea_vote returning *)
    insert into survey.idea_vote select * from gone order by gen_random_uuid();
end $$;
