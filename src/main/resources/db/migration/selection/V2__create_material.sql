-- What is put beside the figures before a round is frozen: exclusions, the Inspectorate's material and assessments.

-- Whom the round shall not choose, with a coded reason. Taken back, it stays with who took it back.
create table selection.exclusion (
    id bigint generated always as identity primary key,
    round bigint not null references selection.round,
    unit bigint not null references organisation.unit,
    reason text not null check (reason in
        ('MERGER_PLANNED', 'OTHER_SUPPORT', 'CLOSING', 'DECLINED_BEFORE', 'NOT_COMPARABLE', 'OWN_REQUEST', 'OTHER')),
    note text not null default '',
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    withdrawn_by bigint,
    withdrawn_at timestamptz,
    check ((withdrawn_by is null) = (withdrawn_at is null)),
    check (reason <> 'OTHER' or length(trim(note)) > 0)
);
create unique index one_exclusion_at_a_time on selection.exclusion (round, unit) where withdrawn_at is null;

-- The School Inspectorate's material (Skolinspektionens underlag) on a unit: a note, or a file, with its date and source.
create table selection.inspectorate_note (
    id bigint generated always as identity primary key,
    round bigint not null references selection.round,
    unit bigint not null references organisation.unit,
    noted_on date not null,
    source text not null check (length(trim(source)) > 0),
    note text not null default '',
    file_name text,
    file_type text,
    file bytea,
    checksum bytea not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    withdrawn_by bigint,
    withdrawn_at timestamptz,
    check (file is not null or length(trim(note)) > 0),
    check ((file is null) = (file_name is null) and (file is null) = (file_type is null)),
    check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index inspectorate_note_by_unit on selection.inspectorate_note (round, unit);

-- The second half of the test: can the unit turn things round on its own? Two assess, blind to each other until both are
-- done; then they agree on a joint line.
create table selection.assessment (
    round bigint not null references selection.round,
    unit bigint not null references organisation.unit,
    person bigint not null default access.person() references access.person,
    conclusion text check (conclusion in ('ON_ITS_OWN', 'WITH_SUPPORT', 'CANNOT_TELL')),
    reasons text not null default '',
    version int not null default 0,
    done_at timestamptz,
    primary key (round, unit, person),
    check (done_at is null or (conclusion is not null and length(trim(reasons)) > 0))
);
create table selection.joint_assessment (
    round bigint not null references selection.round,
    unit bigint not null references organisation.unit,
    conclusion text not null check (conclusion in ('ON_ITS_OWN', 'WITH_SUPPORT', 'CANNOT_TELL')),
    reasons text not null check (length(trim(reasons)) > 0),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    version int not null default 0,
    primary key (round, unit)
);

-- Whether a unit has been assessed by two, so that each may see the other's.
create function selection.is_unsealed(in_round bigint, of_unit bigint) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select count(*) >= 2 from selection.assessment
    where round = in_round and unit = of_unit and done_at is not null
$$;
-- Whether the actor is one of them.
create function selection.has_assessed(in_round bigint, of_unit bigint) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select exists (select from selection.assessment
        where round = in_round and unit = of_unit and person = access.person() and done_at is not null)
$$;
create function selection.rounds_assessed() returns bigint[] language sql stable as
    $$ select selection.rounds_with('{ASSESSOR}') $$;

alter table selection.exclusion enable row level security;
create policy joined on selection.exclusion for select
    using (round = any ((select selection.rounds_joined())::bigint[]));
create policy prepared on selection.exclusion for all
    using (round = any ((select selection.rounds_prepared())::bigint[]));

alter table selection.inspectorate_note enable row level security;
create policy joined on selection.inspectorate_note for select
    using (round = any ((select selection.rounds_joined())::bigint[]));
create policy prepared on selection.inspectorate_note for all
    using (round = any ((select selection.rounds_prepared())::bigint[]));

alter table selection.assessment enable row level security;
-- One writes only one's own, until it is done or two others are.
create policy ones_own on selection.assessment for select
    using (person = access.person() and round = any ((select selection.rounds_assessed())::bigint[]));
create policy begun on selection.assessment for insert
    with check (person = access.person() and round = any ((select selection.rounds_assessed())::bigint[])
        and not selection.is_unsealed(round, unit));
create policy unfinished on selection.assessment for update
    using (person = access.person() and round = any ((select selection.rounds_assessed())::bigint[])
        and done_at is null and not selection.is_unsealed(round, unit))
    with check (person = access.person() and round = any ((select selection.rounds_assessed())::bigint[]));
create policy unsealed on selection.assessment for select
    using (round = any ((select selection.rounds_joined())::bigint[]) and selection.is_unsealed(round, unit));

alter table selection.joint_assessment enable row level security;
create policy joined on selection.joint_assessment for select
    using (round = any ((select selection.rounds_joined())::bigint[]));
create policy assessed on selection.joint_assessment for all
    using (round = any ((select selection.rounds_assessed())::bigint[]) and selection.has_assessed(round, unit))
    with check (round = any ((select selection.rounds_assessed())::bigint[]) and selection.is_unsealed(round, unit)
        and selection.has_assessed(round, unit));

grant select, insert, update (withdrawn_by, withdrawn_at) on selection.exclusion, selection.inspectorate_note
    to samverkan_app;
grant select, insert, update on selection.assessment, selection.joint_assessment to samverkan_app;
