grant usage on schema followup to samverkan_app;

-- The units at which the actor may do something: by a role at the unit itself; for the organiser's own level also by a role for
-- the whole organiser.
create function followup.units_for(wanted text) returns bigint[] language sql stable security definer
    set search_path = followup, pg_temp as $$
    select access.units_for(wanted) || (select coalesce(array_agg(u.id), '{}') from organisation.unit u
        where u.kind = 'ORGANISER' and u.organiser = any ((select access.seen_organisers())::bigint[])
          and u.organiser = any ((select access.organisations_for(wanted))::bigint[]))
$$;

-- The units whose follow-up the actor reads: works at or answers for them. The agency's side is not among them: it reads what has
-- been handed in to it.
create function followup.known_units() returns bigint[] language sql stable security definer
    set search_path = followup, pg_temp as $$
    select (select access.seen_units()) || (select coalesce(array_agg(u.id), '{}') from organisation.unit u
        where u.organiser = any ((select access.seen_organisers())::bigint[])
           or (u.kind = 'ORGANISER' and u.organiser = any ((select access.seen_organisations())::bigint[])))
$$;

-- A visible sign (synligt tecken) of a plan that holds, by the id of its part. It is kept here from the day the plan was decided, so
-- that people who do not read the plan can tell that they have seen it, and stays when it is amended away.
create table followup.sign (
    id bigint primary key,
    plan bigint not null,
    partnership bigint not null,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    goal bigint not null,
    goal_title text not null,
    title text not null,
    whose text not null default '',
    position int not null,
    taken_out_on date
);
create index sign_by_unit on followup.sign (unit);
create index sign_by_plan on followup.sign (plan);

-- That somebody saw a sign. Whoever came by the unit's code has no name here, and no time finer than a day: such a note waits until
-- the working group has taken it in or set it aside.
create table followup.sign_note (
    id bigint generated always as identity primary key,
    sign bigint not null references followup.sign,
    unit bigint not null references organisation.unit,
    state text not null check (state in ('NOT_YET', 'SOMETIMES', 'OFTEN', 'ESTABLISHED')),
    words text not null default '' check (length(words) <= 2000),
    seen_on date not null,
    file bigint references records.file,
    standing text not null default 'TAKEN_IN' check (standing in ('TAKEN_IN', 'WAITS', 'SET_ASIDE')),
    form uuid unique,
    made_by bigint references access.person,
    made_on date not null default access.today(),
    settled_by bigint references access.person,
    check ((made_by is null) = (form is not null)),
    check (made_by is not null or file is null)
);
create index sign_note_by_sign on followup.sign_note (sign, seen_on);
create index sign_note_by_file on followup.sign_note (file);

-- The code by which the staff of a unit tell what they saw without an account.
create table followup.sign_code (
    id bigint generated always as identity primary key,
    plan bigint not null,
    unit bigint not null references organisation.unit,
    code text not null unique check (code ~ '^[a-z2-9]{8}$'),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    closed_by bigint,
    closed_at timestamptz
);
create unique index sign_code_once on followup.sign_code (plan) where closed_at is null;

-- A checkpoint (avstämning) of a plan in a term. It stands open until it is closed or skipped; what was decided of it are its deeds.
create table followup.checkpoint (
    id bigint generated always as identity primary key,
    plan bigint not null,
    partnership bigint not null,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    term int not null,
    reading text not null default '' check (length(reading) <= 20000),
    keep text not null default '' check (length(keep) <= 20000),
    change text not null default '' check (length(change) <= 20000),
    stop text not null default '' check (length(stop) <= 20000),
    version int not null default 1,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    changed_by bigint not null default access.person(),
    changed_at timestamptz not null default now(),
    unique (plan, term),
    unique (id, unit)
);
create index checkpoint_by_partnership on followup.checkpoint (partnership);

-- How far a sign had come, as the group judged it then; the sign's words stand beside it as they were.
create table followup.checkpoint_sign (
    checkpoint bigint not null,
    sign bigint not null references followup.sign,
    unit bigint not null,
    title text not null,
    state text not null check (state in ('NOT_YET', 'SOMETIMES', 'OFTEN', 'ESTABLISHED')),
    words text not null default '' check (length(words) <= 2000),
    primary key (checkpoint, sign),
    foreign key (checkpoint, unit) references followup.checkpoint (id, unit)
);

-- Where an intervention stood then, and how much of it had been given.
create table followup.checkpoint_intervention (
    checkpoint bigint not null,
    intervention bigint not null,
    unit bigint not null,
    number int not null,
    title text not null,
    state text not null check (state in ('GOES_ON', 'DONE', 'DELAYED', 'CHANGED', 'STOPPED')),
    dose text not null default '' check (length(dose) <= 300),
    words text not null default '' check (length(words) <= 2000),
    primary key (checkpoint, intervention),
    foreign key (checkpoint, unit) references followup.checkpoint (id, unit)
);

-- A checkpoint is closed, opened again with a reason, or skipped with a reason.
create table followup.checkpoint_deed (
    id bigint generated always as identity primary key,
    checkpoint bigint not null,
    unit bigint not null,
    deed text not null check (deed in ('CLOSED', 'REOPENED', 'SKIPPED')),
    words text not null default '' check (length(words) <= 20000),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    foreign key (checkpoint, unit) references followup.checkpoint (id, unit),
    check (deed = 'CLOSED' or length(trim(words)) > 0)
);
create index checkpoint_deed_by_checkpoint on followup.checkpoint_deed (checkpoint, id);

-- What a checkpoint led to: an amendment of the plan, an assignment in a meeting, a commission to a provider.
create table followup.follow_on (
    id bigint generated always as identity primary key,
    checkpoint bigint not null,
    unit bigint not null,
    kind text not null check (kind in ('AMENDMENT', 'ASSIGNMENT', 'COMMISSION')),
    words text not null check (length(trim(words)) between 1 and 300),
    address text not null check (address ~ '^/[a-z0-9/-]+$'),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    foreign key (checkpoint, unit) references followup.checkpoint (id, unit)
);
create index follow_on_by_checkpoint on followup.follow_on (checkpoint);

-- A figure that the unit has counted itself for a goal, on a day.
create table followup.own_figure (
    id bigint generated always as identity primary key,
    plan bigint not null,
    goal bigint not null,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    counted_on date not null,
    value double precision not null check (value between -1000000000 and 1000000000),
    n int check (n between 1 and 1000000),
    words text not null default '' check (length(words) <= 300),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    removed_by bigint,
    removed_at timestamptz
);
create unique index own_figure_once on followup.own_figure (goal, counted_on) where removed_at is null;

create function followup.keep_closed() returns trigger language plpgsql as $$
declare
    of_checkpoint bigint;
begin
    if tg_table_name = 'checkpoint' then
        of_checkpoint := new.id;
    elsif tg_op = 'DELETE' then
        of_checkpoint := old.checkpoint;
    else
        of_checkpoint := new.checkpoint;
    end if;
    if (select d.deed from followup.checkpoint_deed d where d.checkpoint = of_checkpoint order by d.id desc limit 1)
            in ('CLOSED', 'SKIPPED') then
        raise exception 'what was closed stands until it is opened again' using errcode = 'check_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;
create trigger closed_checkpoints before update on followup.checkpoint
    for each row execute function followup.keep_closed();
create trigger closed_checkpoints before insert or update or delete on followup.checkpoint_sign
    for each row execute function followup.keep_closed();
create trigger closed_checkpoints before insert or update or delete on followup.checkpoint_intervention
    for each row execute function followup.keep_closed();

create function followup.forbid_change() returns trigger language plpgsql as $$
begin
    raise exception 'what has been decided of a follow-up stands' using errcode = 'check_violation';
end $$;
create trigger deeds_stand before update or delete on followup.checkpoint_deed
    for each row execute function followup.forbid_change();

alter table followup.sign enable row level security;
create policy known on followup.sign for select using (
    unit = any ((select followup.known_units())::bigint[])
    or unit = any ((select followup.units_for('NOTE_SIGNS'))::bigint[]));
create policy kept on followup.sign for insert with check (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[])
    or (organiser = any ((select access.seen_organisers())::bigint[])
        and organiser = any ((select access.organisations_for('APPROVE_ACTION_PLAN'))::bigint[])));
create policy changed on followup.sign for update using (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[])
    or (organiser = any ((select access.seen_organisers())::bigint[])
        and organiser = any ((select access.organisations_for('APPROVE_ACTION_PLAN'))::bigint[])));

alter table followup.sign_note enable row level security;
create policy known on followup.sign_note for select using (
    unit = any ((select followup.known_units())::bigint[]) or made_by = access.person());
create policy noted on followup.sign_note for insert with check (
    made_by = access.person() and standing = 'TAKEN_IN' and unit = any ((select followup.units_for('NOTE_SIGNS'))::bigint[])
    and exists (select from followup.sign s where s.id = sign and s.unit = sign_note.unit));
create policy settled on followup.sign_note for update using (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));
create policy of_sign_notes on records.file for select using (
    exists (select from followup.sign_note n where n.file = file.id));

alter table followup.sign_code enable row level security;
create policy known on followup.sign_code for select using (unit = any ((select followup.known_units())::bigint[]));
create policy opened on followup.sign_code for insert with check (
    made_by = access.person() and unit = any ((select followup.units_for('CLOSE_FOLLOW_UP'))::bigint[]));
create policy closed on followup.sign_code for update using (
    unit = any ((select followup.units_for('CLOSE_FOLLOW_UP'))::bigint[]));

alter table followup.checkpoint enable row level security;
create policy known on followup.checkpoint for select using (unit = any ((select followup.known_units())::bigint[]));
create policy begun on followup.checkpoint for insert with check (
    made_by = access.person() and unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));
create policy written on followup.checkpoint for update using (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));

alter table followup.checkpoint_sign enable row level security;
create policy known on followup.checkpoint_sign for select using (unit = any ((select followup.known_units())::bigint[]));
create policy written on followup.checkpoint_sign for all using (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));
alter table followup.checkpoint_intervention enable row level security;
create policy known on followup.checkpoint_intervention for select using (
    unit = any ((select followup.known_units())::bigint[]));
create policy written on followup.checkpoint_intervention for all using (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));

alter table followup.checkpoint_deed enable row level security;
create policy known on followup.checkpoint_deed for select using (unit = any ((select followup.known_units())::bigint[]));
create policy decided on followup.checkpoint_deed for insert with check (
    made_by = access.person() and unit = any ((select followup.units_for('CLOSE_FOLLOW_UP'))::bigint[]));

alter table followup.follow_on enable row level security;
create policy known on followup.follow_on for select using (unit = any ((select followup.known_units())::bigint[]));
create policy written on followup.follow_on for insert with check (
    made_by = access.person() and unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));

alter table followup.own_figure enable row level security;
create policy known on followup.own_figure for select using (unit = any ((select followup.known_units())::bigint[]));
create policy counted on followup.own_figure for insert with check (
    made_by = access.person() and unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));
create policy changed on followup.own_figure for update using (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]));

grant select, insert, update (goal, goal_title, title, whose, position, taken_out_on) on followup.sign to samverkan_app;
grant select, insert (sign, unit, state, words, seen_on, file, made_by), update (standing, settled_by)
    on followup.sign_note to samverkan_app;
grant select, insert, update (closed_by, closed_at) on followup.sign_code to samverkan_app;
grant select, insert, update (reading, keep, change, stop, version, changed_by, changed_at)
    on followup.checkpoint to samverkan_app;
grant select, insert, update, delete on followup.checkpoint_sign, followup.checkpoint_intervention to samverkan_app;
grant select, insert on followup.checkpoint_deed, followup.follow_on to samverkan_app;
grant select, insert, update (removed_by, removed_at) on followup.own_figure to samverkan_app;

-- What whoever has the code meets: the signs that stand, and nothing that anybody has seen.
create function followup.signs_by_code(wanted text) returns table (id bigint, title text, goal_title text, unit_name text)
    language sql stable security definer set search_path = followup, pg_temp as $$
    select s.id, s.title, s.goal_title, u.name
    from followup.sign_code c join followup.sign s on s.plan = c.plan join organisation.unit u on u.id = c.unit
    where c.code = wanted and c.closed_at is null and s.taken_out_on is null
    order by s.position, s.id
$$;
create function followup.note_by_code(to_code text, sent uuid, of_sign bigint, seen text, said text) returns text
    language plpgsql security definer set search_path = followup, pg_temp as $$
declare
    found_sign followup.sign;
begin
    select s.* into found_sign from followup.sign_code c join followup.sign s on s.plan = c.plan
    where c.code = to_code and c.closed_at is null and s.id = of_sign and s.taken_out_on is null;
    if found_sign.id is null then
        return 'UNKNOWN';
    end if;
    -- One after another for a unit, so that a day's worth is a day's worth.
    perform pg_advisory_xact_lock(hashtextextended('followup.code', found_sign.plan));
    if exists (select from followup.sign_note n where n.form = sent) then
        return 'TAKEN';
    end if;
    if (select count(*) from followup.sign_note n join followup.sign s on s.id = n.sign
            where s.plan = found_sign.plan and n.form is not null and n.made_on = access.today()) >= 200 then
        return 'TOO_MANY';
    end if;
    insert into followup.sign_note (sign, unit, state, words, seen_on, standing, form, made_by)
        values (found_sign.id, found_sign.unit, seen, said, access.today(), 'WAITS', sent, null);
    return 'TAKEN';
end $$;

-- The checkpoints that the programme's rhythm asks for, from the day the plan was decided: they are born by themselves.
create table followup.awaited (
    plan bigint not null,
    term int not null,
    partnership bigint not null,
    organiser bigint not null references organisation.organisation,
    unit bigint not null references organisation.unit,
    waits_from date not null,
    last_day date not null,
    primary key (plan, term)
);
create index awaited_by_unit on followup.awaited (unit, waits_from);
alter table followup.awaited enable row level security;
create policy known on followup.awaited for select using (unit = any ((select followup.known_units())::bigint[]));
create policy born on followup.awaited for insert with check (
    unit = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[])
    or (organiser = any ((select access.seen_organisers())::bigint[])
        and organiser = any ((select access.organisations_for('APPROVE_ACTION_PLAN'))::bigint[])));
grant select, insert on followup.awaited to samverkan_app;

-- What waits for the actor: by plan, the newest term whose checkpoint is due and not over (0 for none), and how many notes without
-- a name wait to be taken in.
create function followup.waiting() returns table (plan bigint, partnership bigint, unit text, term int, notes bigint)
    language sql stable security definer set search_path = followup, pg_temp as $$
    with mine as (select followup.units_for('WRITE_FOLLOW_UP') as units),
    due as (
        select a.plan, max(a.term) as term from followup.awaited a, mine
        where a.unit = any (mine.units) and a.waits_from <= access.today()
          and not exists (select from followup.checkpoint c
              where c.plan = a.plan and c.term = a.term
                and (select d.deed from followup.checkpoint_deed d where d.checkpoint = c.id order by d.id desc limit 1)
                    in ('CLOSED', 'SKIPPED'))
        group by a.plan),
    unread as (
        select s.plan, count(*) as notes from followup.sign_note n join followup.sign s on s.id = n.sign, mine
        where n.standing = 'WAITS' and n.unit = any (mine.units) group by s.plan)
    select w.plan, p.partnership, u.name, w.term, w.notes
    from (select coalesce(due.plan, unread.plan) as plan, coalesce(due.term, 0) as term, coalesce(unread.notes, 0) as notes
          from due full join unread on unread.plan = due.plan) w
    join lateral (select s.partnership, s.unit from followup.sign s where s.plan = w.plan
        union all select a.partnership, a.unit from followup.awaited a where a.plan = w.plan limit 1) p on true
    join organisation.unit u on u.id = p.unit
    join partnership.partnership c on c.id = p.partnership and c.standing = 'RUNNING'
    join partnership.participation n on n.partnership = p.partnership and n.unit = p.unit and n.standing = 'RUNNING'
    order by w.plan limit 100
$$;
