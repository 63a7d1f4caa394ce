grant usage on schema selection to samverkan_app;

-- A selection round (urvalsomgång): an agency or an office chooses whom to offer support. Nobody but the round's own
-- people knows that it exists until its decision is shared.
create table selection.round (
    id bigint generated always as identity primary key,
    owner_organisation bigint not null references organisation.organisation,
    name text not null check (length(trim(name)) between 1 and 200),
    purpose text not null,
    variant text not null,
    cohort text not null,
    last_year int not null,
    per_organiser int check (per_organiser > 0),
    version int not null default 0,
    opened_by bigint not null default access.person(),
    opened_at timestamptz not null default now()
);

-- Each school form is chosen among its own, and has its places.
create table selection.round_form (
    round bigint not null references selection.round,
    form text not null,
    places int not null check (places > 0),
    primary key (round, form)
);

-- The round's people, each with a duty. Whoever leaves the round keeps what was done in it.
create table selection.participant (
    id bigint generated always as identity primary key,
    round bigint not null references selection.round,
    person bigint not null references access.person,
    duty text not null check (duty in ('PREPARER', 'ASSESSOR', 'DECIDER')),
    joined_at timestamptz not null default now(),
    left_at timestamptz
);
create unique index one_duty_once on selection.participant (round, person, duty) where left_at is null;

-- Criteria come in versions: a change makes a new one, and the old ones stay readable.
create table selection.criteria (
    round bigint not null references selection.round,
    version int not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (round, version)
);
create table selection.criterion (
    round bigint not null,
    version int not null,
    number int not null,
    form text not null,
    kind text not null check (kind in ('LOW_RESULT', 'NON_COMPLETION', 'DEVIATION', 'CONDITION')),
    indicator text not null,
    last_period int not null,
    years smallint not null check (years between 1 and 3),
    needy text not null check (needy in ('LOW', 'HIGH')),
    use text not null check (use in ('THRESHOLD', 'WEIGHT')),
    amount double precision not null,
    primary key (round, version, number),
    foreign key (round, version) references selection.criteria
);

-- The rounds in which the actor has a duty and still holds the right that goes with it.
create function selection.rounds_with(duties text[]) returns bigint[] language sql stable security definer
    set search_path = selection, pg_temp as $$
    select coalesce(array_agg(distinct p.round), '{}')
    from selection.participant p join selection.round r on r.id = p.round
    where p.person = access.person() and p.left_at is null and p.duty = any (duties)
      and (access.everywhere(case p.duty when 'PREPARER' then 'PREPARE_SELECTION' when 'ASSESSOR' then 'ASSESS_SELECTION'
                             else 'DECIDE_SELECTION' end)
           or r.owner_organisation = any (access.organisations_for(
                case p.duty when 'PREPARER' then 'PREPARE_SELECTION' when 'ASSESSOR' then 'ASSESS_SELECTION'
                            else 'DECIDE_SELECTION' end)))
$$;
create function selection.rounds_joined() returns bigint[] language sql stable as
    $$ select selection.rounds_with('{PREPARER,ASSESSOR,DECIDER}') $$;
create function selection.rounds_prepared() returns bigint[] language sql stable as
    $$ select selection.rounds_with('{PREPARER}') $$;

-- A round is opened with its first preparer in the same statement, so that whoever opens it sees it at once.
create function selection.open_round(owner bigint, called text, meant_for text, by_variant text, in_cohort text,
        until_year int, most_per_organiser int) returns bigint language plpgsql security definer
    set search_path = selection, pg_temp as $$
declare
    made bigint;
begin
    if not (access.everywhere('PREPARE_SELECTION') or owner = any (access.organisations_for('PREPARE_SELECTION'))) then
        raise exception 'may not open a round here' using errcode = 'insufficient_privilege';
    end if;
    insert into selection.round (owner_organisation, name, purpose, variant, cohort, last_year, per_organiser)
        values (owner, called, meant_for, by_variant, in_cohort, until_year, most_per_organiser) returning id into made;
    insert into selection.participant (round, person, duty) values (made, access.person(), 'PREPARER');
    return made;
end $$;

alter table selection.round enable row level security;
create policy joined on selection.round for select using (id = any ((select selection.rounds_joined())::bigint[]));
create policy prepared on selection.round for update using (id = any ((select selection.rounds_prepared())::bigint[]));

alter table selection.round_form enable row level security;
create policy joined on selection.round_form for select
    using (round = any ((select selection.rounds_joined())::bigint[]));
create policy prepared on selection.round_form for all
    using (round = any ((select selection.rounds_prepared())::bigint[]));

alter table selection.participant enable row level security;
create policy joined on selection.participant for select
    using (round = any ((select selection.rounds_joined())::bigint[]));
create policy prepared on selection.participant for all
    using (round = any ((select selection.rounds_prepared())::bigint[]));

alter table selection.criteria enable row level security;
create policy joined on selection.criteria for select
    using (round = any ((select selection.rounds_joined())::bigint[]));
create policy prepared on selection.criteria for insert
    with check (round = any ((select selection.rounds_prepared())::bigint[]));

alter table selection.criterion enable row level security;
create policy joined on selection.criterion for select
    using (round = any ((select selection.rounds_joined())::bigint[]));
create policy prepared on selection.criterion for insert
    with check (round = any ((select selection.rounds_prepared())::bigint[]));

grant select, update (name, purpose, variant, cohort, last_year, per_organiser, version) on selection.round to samverkan_app;
grant select, insert, update, delete on selection.round_form to samverkan_app;
grant select, insert, update (left_at) on selection.participant to samverkan_app;
grant select, insert on selection.criteria, selection.criterion to samverkan_app;

-- The people who may be asked to join a round of an organisation, by the right of each duty: names and ids only.
create function selection.may_join(round_id bigint, wanted_verb text) returns table (id bigint, name text)
    language sql stable security definer set search_path = selection, pg_temp as $$
    select distinct p.id, p.name
    from access.person p
    join access.assignment a on a.person = p.id and a.deleted_at is null
        and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
    join access.permission m on m.role = a.role and m.verb = wanted_verb and m.reach = 'OWN'
    join selection.round r on r.id = round_id
    where round_id = any (selection.rounds_prepared()) and access.may_come_in(p.id)
      and (a.organisation is null or a.organisation = r.owner_organisation)
$$;
-- What the round's people are called.
create function selection.people(round_id bigint) returns table (id bigint, person bigint, name text, duty text,
        joined_at timestamptz, left_at timestamptz)
    language sql stable security definer set search_path = selection, pg_temp as $$
    select t.id, t.person, p.name, t.duty, t.joined_at, t.left_at
    from selection.participant t join access.person p on p.id = t.person
    where t.round = round_id and round_id = any (selection.rounds_joined())
    order by array_position('{PREPARER,ASSESSOR,DECIDER}', t.duty), t.joined_at
$$;
