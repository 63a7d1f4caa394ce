-- By lot, organisers can be invited before the draw: told the rules and the odds, and asked whether some unit of theirs
-- should be left out. An invitation cannot be unsent, so it holds what was told then; the round itself stays its people's.

-- An invitation (inbjudan) of one organiser to a round.
create table selection.invitation (
    id bigint generated always as identity primary key,
    round bigint not null references selection.round,
    organiser bigint not null references organisation.organisation,
    organiser_name text not null,
    owner_organisation bigint not null references organisation.organisation,
    owner_name text not null,
    name text not null,
    purpose text not null,
    variant text not null,
    cohort text not null,
    per_organiser int,
    greeting text not null default '',
    last_day date not null,
    sent_by bigint not null default access.person(),
    sent_at timestamptz not null default now(),
    unique (round, organiser),
    unique (id, round)
);
-- What the odds were computed from: places, and how many units could come in question in the whole round.
create table selection.invited_form (
    invitation bigint not null references selection.invitation,
    form text not null,
    places int not null,
    units int not null,
    primary key (invitation, form)
);
-- The organiser's own units that could come in question then.
create table selection.invited_unit (
    invitation bigint not null,
    form text not null,
    unit bigint not null references organisation.unit,
    key text not null,
    name text not null,
    primary key (invitation, form, unit),
    foreign key (invitation, form) references selection.invited_form
);
-- What an organiser proposes to leave out, and why. Taken back, it stays.
create table selection.exclusion_request (
    id bigint generated always as identity primary key,
    invitation bigint not null,
    round bigint not null,
    unit bigint not null references organisation.unit,
    reason text not null check (reason in
        ('MERGER_PLANNED', 'OTHER_SUPPORT', 'CLOSING', 'DECLINED_BEFORE', 'OWN_REQUEST', 'OTHER')),
    note text not null default '',
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    withdrawn_by bigint,
    withdrawn_at timestamptz,
    foreign key (invitation, round) references selection.invitation (id, round),
    unique (id, invitation, round),
    check ((withdrawn_by is null) = (withdrawn_at is null)),
    check (reason <> 'OTHER' or length(trim(note)) > 0)
);
create unique index one_request_of_a_unit on selection.exclusion_request (invitation, unit) where withdrawn_at is null;
create index exclusion_request_by_round on selection.exclusion_request (round);
-- The answer, once: the exclusion that it became, or why not.
create table selection.exclusion_answer (
    request bigint primary key,
    invitation bigint not null,
    round bigint not null,
    exclusion bigint references selection.exclusion,
    words text not null default '',
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    foreign key (request, invitation, round) references selection.exclusion_request (id, invitation, round),
    check (exclusion is not null or length(trim(words)) > 0)
);

-- The invitations that the actor may answer, by the organiser that is invited. Each array is asked for once, not per row.
create function selection.invitations_answered() returns bigint[] language sql stable security definer
    set search_path = selection, pg_temp as $$
    select coalesce(array_agg(i.id), '{}') from selection.invitation i
    where (select access.everywhere('ANSWER_INVITATION'))
       or i.organiser = any ((select access.organisations_for('ANSWER_INVITATION'))::bigint[])
$$;
-- Those of them whose last day has not passed.
create function selection.invitations_awaited() returns bigint[] language sql stable security definer
    set search_path = selection, pg_temp as $$
    select coalesce(array_agg(i.id), '{}') from selection.invitation i
    where i.id = any ((select selection.invitations_answered())::bigint[]) and i.last_day >= access.today()
$$;
-- Those that the actor knows of: invited, or with a duty in the round.
create function selection.invitations_known() returns bigint[] language sql stable security definer
    set search_path = selection, pg_temp as $$
    select selection.invitations_answered() || coalesce(array_agg(i.id), '{}') from selection.invitation i
    where i.round = any ((select selection.rounds_joined())::bigint[])
$$;
-- An invitation is whole once its transaction ends: nobody is told of more units afterwards.
create function selection.is_new_invitation(wanted bigint) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select exists (select from selection.invitation i
        where i.id = wanted and i.sent_at = transaction_timestamp() and i.sent_by = access.person()
          and i.round = any (selection.rounds_prepared()))
$$;
create function selection.concerns_unit(wanted bigint, of_unit bigint) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select exists (select from selection.invited_unit where invitation = wanted and unit = of_unit)
$$;
-- Whether an exclusion that a request became has been taken back since; told to those who know of the request.
create function selection.is_taken_back(wanted bigint) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select exists (select from selection.exclusion_answer a join selection.exclusion x on x.id = a.exclusion
        where a.request = wanted and x.withdrawn_at is not null
          and a.invitation = any ((select selection.invitations_known())::bigint[]))
$$;
-- What those are called who sent, asked or answered in an invitation that the actor knows of.
create function selection.names_in_invitations() returns table (person bigint, name text) language sql stable
    security definer set search_path = selection, pg_temp as $$
    with known as materialized (select unnest(selection.invitations_known()) as id),
    acted as (
        select i.sent_by as person from selection.invitation i join known on known.id = i.id
        union select q.made_by from selection.exclusion_request q join known on known.id = q.invitation
        union select q.withdrawn_by from selection.exclusion_request q join known on known.id = q.invitation
        union select a.made_by from selection.exclusion_answer a join known on known.id = a.invitation
    )
    select p.id, p.name from access.person p join acted on acted.person = p.id
$$;
-- Whether the basis is still open, and keeps it so until the end of the transaction: a freeze waits, or was first.
create function selection.hold_open(wanted bigint) returns boolean language plpgsql security definer
    set search_path = selection, pg_temp as $$
declare
    concerned bigint;
begin
    select i.round into concerned from selection.invitation i
        where i.id = wanted and i.id = any (selection.invitations_answered());
    perform 1 from selection.round where id = concerned for share;
    return found and not selection.is_frozen(concerned);
end $$;

alter table selection.invitation enable row level security;
create policy joined on selection.invitation for select
    using (round = any ((select selection.rounds_joined())::bigint[]));
create policy invited on selection.invitation for select using (
    (select access.everywhere('ANSWER_INVITATION'))
    or organiser = any ((select access.organisations_for('ANSWER_INVITATION'))::bigint[]));
create policy prepared on selection.invitation for insert
    with check (round = any ((select selection.rounds_prepared())::bigint[]) and last_day > access.today());

do $$
declare
    guarded text;
begin
    foreach guarded in array '{invited_form,invited_unit,exclusion_request,exclusion_answer}'::text[] loop
        execute format('alter table selection.%I enable row level security', guarded);
        execute format('create policy known on selection.%I for select
            using (invitation = any ((select selection.invitations_known())::bigint[]))', guarded);
    end loop;
    foreach guarded in array '{invited_form,invited_unit}'::text[] loop
        execute format('create policy sent on selection.%I for insert
            with check (selection.is_new_invitation(invitation))', guarded);
    end loop;
end $$;
create policy asked on selection.exclusion_request for insert with check (
    invitation = any ((select selection.invitations_awaited())::bigint[]) and selection.concerns_unit(invitation, unit));
create policy taken_back on selection.exclusion_request for update
    using (invitation = any ((select selection.invitations_awaited())::bigint[]) and withdrawn_at is null)
    with check (withdrawn_by = access.person());
create policy answered on selection.exclusion_answer for insert
    with check (round = any ((select selection.rounds_prepared())::bigint[]));

grant select on selection.invitation, selection.invited_form, selection.invited_unit, selection.exclusion_request,
    selection.exclusion_answer to samverkan_app;
grant insert (round, organiser, organiser_name, owner_organisation, owner_name, name, purpose, variant, cohort,
    per_organiser, greeting, last_day) on selection.invitation to samverkan_app;
grant insert on selection.invited_form, selection.invited_unit to samverkan_app;
grant insert (invitation, round, unit, reason, note), update (withdrawn_by, withdrawn_at) on selection.exclusion_request
    to samverkan_app;
grant insert (request, invitation, round, exclusion, words) on selection.exclusion_answer to samverkan_app;

-- When the basis is frozen nobody is invited, nothing is proposed and nothing answered.
create trigger frozen before insert on selection.invitation
    for each row execute function selection.stand_still('round');
create trigger frozen before insert or update on selection.exclusion_request
    for each row execute function selection.stand_still('round');
create trigger frozen before insert on selection.exclusion_answer
    for each row execute function selection.stand_still('round');

-- One answers while the other takes back: whoever comes second finds nothing to do. The row is locked by then.
create function selection.leave_what_is_answered() returns trigger language plpgsql security definer
    set search_path = selection, pg_temp as $$
begin
    if exists (select from selection.exclusion_answer where request = old.id) then
        return null;
    end if;
    return new;
end $$;
create trigger unanswered before update on selection.exclusion_request
    for each row execute function selection.leave_what_is_answered();
create function selection.answer_what_stands() returns trigger language plpgsql security definer
    set search_path = selection, pg_temp as $$
begin
    perform 1 from selection.exclusion_request where id = new.request and withdrawn_at is null for share;
    if not found then
        raise exception 'the request is taken back' using errcode = 'object_not_in_prerequisite_state';
    end if;
    return new;
end $$;
create trigger standing before insert on selection.exclusion_answer
    for each row execute function selection.answer_what_stands();

-- A basis is not frozen while an organiser waits for an answer.
create function selection.answer_first() returns trigger language plpgsql security definer
    set search_path = selection, pg_temp as $$
begin
    if exists (select from selection.exclusion_request q where q.round = new.round and q.withdrawn_at is null
            and not exists (select from selection.exclusion_answer a where a.request = q.id)) then
        raise exception 'an organiser waits for an answer' using errcode = 'object_not_in_prerequisite_state';
    end if;
    return new;
end $$;
create trigger answered before insert on selection.basis
    for each row execute function selection.answer_first();

-- A closed round stands still here too.
create trigger closed before insert or update or delete on selection.invitation
    for each row execute function selection.refuse_closed('round');
create trigger closed before insert or update or delete on selection.exclusion_request
    for each row execute function selection.refuse_closed('round');
create trigger closed before insert or update or delete on selection.exclusion_answer
    for each row execute function selection.refuse_closed('round');
