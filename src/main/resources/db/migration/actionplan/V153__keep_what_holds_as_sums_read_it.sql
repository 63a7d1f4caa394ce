-- What the newest version that holds says of each part, as sums read it: kept when the version is decided, so that no later draft is
-- among them, and so that a thousand plans are not read as JSON each time (docs/adr/0165). One that has been amended away is kept too,
-- and that it does not stand. Codes and numbers only: no text, no name. Nobody reads it but the functions below.
create table actionplan.held_part (
    part bigint primary key references actionplan.part,
    plan bigint not null references actionplan.plan,
    kind text not null,
    stands boolean not null,
    area bigint,
    about text not null default 'NONE',
    level text not null default 'NONE',
    whose text not null default '',
    indicator text not null default '',
    since int,
    better text not null default '',
    baseline float8,
    target float8
);
create index held_part_by_plan on actionplan.held_part (plan);
alter table actionplan.held_part enable row level security;

create function actionplan.keep_held(of_plan bigint) returns void language plpgsql security definer
    set search_path = actionplan, pg_temp as $$
begin
    perform from actionplan.plan l where l.id = of_plan for update;
    delete from actionplan.held_part where plan = of_plan;
    insert into actionplan.held_part (part, plan, kind, stands, area, about, level, whose, indicator, since, better, baseline, target)
    select p.id, p.plan, p.kind, coalesce(p.removed_at, 'infinity') > h.at, coalesce(g.upper_part, p.upper_part),
        coalesce(c.fields ->> 'ABOUT', 'NONE'), coalesce(p.fields ->> 'LEVEL', 'NONE'), coalesce(p.fields ->> 'WHOSE', ''),
        coalesce(p.fields ->> 'INDICATOR', ''), (p.fields ->> 'BASELINE_PERIOD')::int, coalesce(p.fields ->> 'BETTER', ''),
        (p.fields ->> 'BASELINE')::float8, (p.fields ->> 'TARGET')::float8
    from (select max(v.made_at) as at from actionplan.version v join actionplan.decision d on d.version = v.id and d.holds
        where v.plan = of_plan) h
    join actionplan.part p on p.plan = of_plan and p.kind in ('INTERVENTION', 'GOAL', 'SIGN') and p.made_at <= h.at
    left join actionplan.part g on p.kind = 'SIGN' and g.id = p.upper_part and g.kind = 'GOAL'
    left join actionplan.part c on p.kind = 'INTERVENTION' and c.plan = of_plan and c.kind = 'CAUSE' and c.made_at <= h.at
        and c.id::text = p.fields ->> 'ANSWERS';
end $$;

create function actionplan.keeps_what_holds() returns trigger language plpgsql security definer
    set search_path = actionplan, pg_temp as $$
begin
    perform actionplan.keep_held(new.plan);
    return null;
end $$;
create trigger keeps_what_holds after insert on actionplan.decision for each row when (new.holds)
    execute function actionplan.keeps_what_holds();

select actionplan.keep_held(d.plan) from (select distinct plan from actionplan.decision where holds) d;

create or replace function actionplan.answers(cases bigint[]) returns table (plan bigint, unit bigint, organiser bigint, area bigint,
        intervention bigint, answer text, stands boolean)
    language sql stable security definer set search_path = actionplan, pg_temp rows 20000 as $$
    select l.id, l.unit, l.organiser, i.area, i.part, i.about || '.' || i.level, i.stands
    from actionplan.plan l join actionplan.held_part i on i.plan = l.id and i.kind = 'INTERVENTION'
    where l.partnership in (select partnership.tallied(cases))
$$;

drop function actionplan.aims(bigint[]);
create function actionplan.aims(cases bigint[]) returns table (plan bigint, unit bigint, organiser bigint, area bigint, part bigint,
        kind text, indicator text, since int, better text, baseline float8, target float8, whose text, stands boolean)
    language sql stable security definer set search_path = actionplan, pg_temp rows 20000 as $$
    select l.id, l.unit, l.organiser, a.area, a.part, a.kind, a.indicator, a.since, a.better, a.baseline, a.target, a.whose, a.stands
    from actionplan.plan l join actionplan.held_part a on a.plan = l.id and a.kind in ('GOAL', 'SIGN')
    where l.partnership in (select partnership.tallied(cases))
$$;

create or replace function actionplan.tallies(cases bigint[]) returns table (topic text, row_key text, column_key text, value float8,
        contributors int)
    language sql stable security definer set search_path = actionplan, pg_temp as $$
    with p as materialized (
        select l.unit, p.kind, p.about, p.level, p.whose
        from actionplan.plan l join actionplan.held_part p on p.plan = l.id and p.stands and p.kind in ('INTERVENTION', 'SIGN')
        where l.partnership in (select partnership.tallied(cases))
    )
    select 'interventions', coalesce(p.about, '*'), coalesce(p.level, '*'), count(*)::float8, count(distinct p.unit)::int
    from p where p.kind = 'INTERVENTION' group by cube (p.about, p.level)
    union all
    select 'planned-signs', coalesce(p.whose, '*'), 'SIGNS', count(*)::float8, count(distinct p.unit)::int
    from p where p.kind = 'SIGN' group by cube (p.whose)
$$;
alter function actionplan.tallies(bigint[]) parallel safe cost 1000000;
