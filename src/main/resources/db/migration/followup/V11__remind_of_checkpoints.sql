-- That the people of a unit have been told that a checkpoint is due soon, and that it is late: once each.
create table followup.reminder (
    plan bigint not null,
    term int not null,
    kind text not null check (kind in ('SOON', 'LATE')),
    told_at timestamptz not null default now(),
    primary key (plan, term, kind)
);
alter table followup.reminder enable row level security;
create policy none on followup.reminder using (false);

-- Finds those to remind of and says in the same breath that they have been: two weeks before the last day, and when it has passed.
-- What was late long ago, before anybody was reminded, stays silent.
create function followup.remind() returns table (plan bigint, term int, kind text, organiser bigint, unit bigint)
    language sql security definer set search_path = followup, pg_temp as $$
    with due as (
        select a.*, case when a.last_day < access.today() then 'LATE' else 'SOON' end as told
        from followup.awaited a
        join partnership.partnership c on c.id = a.partnership and c.standing = 'RUNNING'
        join partnership.participation n on n.partnership = a.partnership and n.unit = a.unit and n.standing = 'RUNNING'
        where a.last_day between access.today() - 60 and access.today() + 14
          and not exists (select from followup.checkpoint k where k.plan = a.plan and k.term = a.term
            and (select d.deed from followup.checkpoint_deed d where d.checkpoint = k.id order by d.id desc limit 1)
                in ('CLOSED', 'SKIPPED'))
    ), reminded as (
        insert into followup.reminder (plan, term, kind) select d.plan, d.term, d.told from due d
        on conflict do nothing returning reminder.plan, reminder.term, reminder.kind
    )
    select r.plan, r.term, r.kind, d.organiser, d.unit from reminded r join due d on d.plan = r.plan and d.term = r.term
    order by d.organiser, d.unit, r.term
$$;
