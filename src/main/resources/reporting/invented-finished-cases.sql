-- The demonstration's finished partnerships, which have come all the way: the organisers to which the first lot gave an offer, so that what
-- came of the lot can be told with how much support they received; and of one county so many more that sums of it can be shown. Each
-- takes part with two or three of its units and its own level. They are rows of many rooms at once, put there behind the doors, since the
-- doors would take minutes; only a demonstration has them. Told once: with that many finished nothing more is chosen.

create temporary table programme_told on commit drop as
select p.owner_organisation as owner, p.variant, max(p.variant_version) as version, min(p.made_by) as person,
    extract(year from access.today())::int as year
from partnership.partnership p where p.owner_organisation <> p.organiser
  and (select count(*) from partnership.partnership f where f.standing = 'COMPLETED') < 10
group by p.owner_organisation, p.variant order by count(*) desc, p.variant limit 1;

-- The units that the first lot of that programme gave an offer, and the autumn that they began.
create temporary table drawn on commit drop as
with lot as (
    select r.id, r.last_year / 10 + 1 as began from selection.allotment a join selection.round r on r.id = a.round
    join programme_told t on t.variant = r.variant
    where a.method = 'LOT' and exists (select from selection.decision d where d.round = r.id) order by r.last_year, r.id limit 1
)
select x.unit, l.began from lot l join selection.allotted x on x.round = l.id and x.part = 'OFFERED'
where l.began + 3 < extract(year from access.today());

create temporary table chosen_unit on commit drop as
with known as (
    select u.id as unit, u.organiser, u.kind, left(m.code, 2) as county, d.began,
        o.organiser_type = 'MUNICIPAL' and not exists (select from partnership.partnership p where p.organiser = o.id) as free,
        row_number() over (partition by u.organiser, u.kind = 'ORGANISER'
            order by d.unit is null, u.kind = 'PRESCHOOL', u.id) as place
    from organisation.unit u
    join organisation.organisation o on o.id = u.organiser
    left join organisation.municipality m on m.code = u.municipality
    left join drawn d on d.unit = u.id
    where u.status = 'ACTIVE'
), counties as (
    select county, count(distinct organiser) as organisers from known where free group by county
), organisers as (
    select k.organiser, max(k.began) as began, row_number() over (
        order by max(k.began) is null, max(c.organisers) desc nulls last, min(k.county), k.organiser) as n
    from known k left join counties c on c.county = k.county
    where k.kind <> 'ORGANISER' group by k.organiser
    having max(k.began) is not null and not exists (
        select from partnership.partnership p, programme_told t
        where p.organiser = k.organiser and p.variant = t.variant and p.first_term <= (max(k.began) + 3) * 10 + 4)
      or max(k.began) is null and bool_and(k.free) and count(*) > 1
), counted as (
    select organiser, began, n, n - count(began) over () as others from organisers
)
select k.unit, k.organiser, k.kind, o.n, row_number() over (order by o.n, k.unit) as u,
    coalesce(o.began, t.year - 5 + o.n::int % 2) as began, k.place > 2 and k.began is null as declines
from known k join counted o on o.organiser = k.organiser cross join programme_told t
where o.others <= 14 and (k.place <= case when o.n % 2 = 0 then 3 else 2 end or k.began is not null);

insert into partnership.partnership (owner_organisation, organiser, variant, variant_version, first_term, standing, told_at, made_by, made_at)
select t.owner, c.organiser, t.variant, t.version, c.began * 10 + 4, 'COMPLETED', make_date(c.began, 5, 2), t.person, make_date(c.began, 5, 2)
from (select distinct organiser, began, n from chosen_unit) c, programme_told t order by c.n;

create temporary table told_case on commit drop as
select p.id as partnership, p.owner_organisation as owner, c.*, t.person, make_date(c.began, 8, 20) as day
from chosen_unit c cross join programme_told t
join partnership.partnership p on p.organiser = c.organiser and p.owner_organisation = t.owner and p.variant = t.variant
    and p.first_term = c.began * 10 + 4;

insert into partnership.participation (partnership, unit, level, standing)
select partnership, unit, kind, case when declines then 'DECLINED' else 'COMPLETED' end from told_case order by u;

insert into partnership.decision (partnership, unit, kind, day, reason, words, made_by, made_at)
select partnership, unit, 'DECLINED', day - 80, 'TIME', 'Vi hinner inte med en förändring till.', person, day - 80
from told_case where declines;
insert into partnership.decision (partnership, unit, kind, day, made_by, made_at)
select distinct partnership, null::bigint, 'STARTED', day, person, day::timestamptz from told_case
union all select partnership, unit, 'STARTED', day, person, day from told_case where not declines
union all select partnership, unit, 'COMPLETED', make_date(began + 3, 6, 20), person, make_date(began + 3, 6, 20)
from told_case where not declines
union all select distinct partnership, null::bigint, 'COMPLETED', make_date(began + 3, 6, 20), person, make_date(began + 3, 6, 20)::timestamptz
from told_case;

insert into partnership.phase_begun (partnership, unit, phase, day, made_by, made_at)
select c.partnership, c.unit, f.phase ->> 'key', b.day, c.person, b.day
from told_case c join partnership.partnership p on p.id = c.partnership
join programme.version v on v.variant = p.variant and v.version = p.variant_version,
    jsonb_array_elements(v.whole::jsonb -> 'phases') with ordinality f (phase, n),
    lateral (select c.day + (f.n::int - 1) * 180 + (c.u::int * 7 + f.n::int * 5) % 40 as day) b
where not c.declines;

insert into analysis.analysis (partnership, agency, organiser, unit, level, made_by, made_at)
select partnership, owner, organiser, unit, kind, person, day from told_case where not declines order by u;
insert into analysis.part (analysis, kind, sort, level, title, made_by, changed_by, made_at, changed_at)
select a.id, 'CAUSE', (array['ORGANISATION', 'TEACHING', 'FOLLOW_UP'])[1 + (c.u + k) % 3],
    (array['LEADERSHIP', 'TEACHING', 'ORGANISER'])[1 + (c.u * k) % 3],
    (array['Vi har ingen fast tid att planera tillsammans', 'Uppgifterna utmanar inte alla',
        'Resultaten följs upp för sent för att ändra något'])[1 + (c.u + k) % 3],
    c.person, c.person, c.day + 200, c.day + 200
from told_case c join analysis.analysis a on a.partnership = c.partnership and a.unit = c.unit, generate_series(1, 3) k;
insert into analysis.version (analysis, number, content, document, made_by, made_at)
select a.id, 1, '{}', 0, c.person, c.day + 220 from told_case c join analysis.analysis a on a.partnership = c.partnership and a.unit = c.unit;

insert into actionplan.plan (partnership, agency, organiser, unit, level, made_by, made_at)
select partnership, owner, organiser, unit, kind, person, day + 230 from told_case where not declines order by u;
create temporary table told_plan on commit drop as
select c.*, l.id as plan, c.day + 300 as written from told_case c join actionplan.plan l on l.partnership = c.partnership and l.unit = c.unit;

insert into actionplan.part (plan, kind, number, title, made_by, changed_by, made_at, changed_at)
select plan, 'AREA', k, (array['Tid och rutiner', 'Undervisning för alla'])[k], person, person, written, written
from told_plan, generate_series(1, 2) k;
insert into actionplan.part (plan, kind, upper_part, title, fields, made_by, changed_by, made_at, changed_at)
select c.plan, 'CAUSE', a.id, 'Det arbetet brister i i dag',
    jsonb_build_object('ABOUT', (array['ORGANISATION', 'TEACHING', 'FOLLOW_UP'])[1 + (c.u + a.number) % 3]), c.person, c.person, c.written, c.written
from told_plan c join actionplan.part a on a.plan = c.plan and a.kind = 'AREA';
insert into actionplan.part (plan, kind, upper_part, number, title, fields, made_by, changed_by, made_at, changed_at)
select c.plan, 'INTERVENTION', a.id, 2 * a.number - 2 + k, (array['Handledning i ämneslag', 'Gemensam planeringstid'])[k],
    jsonb_build_object('ANSWERS', o.id::text, 'LEVEL', case when k = 1 then case a.number when 1 then 'TEACHING' else 'LEADERSHIP' end
        when a.number = 1 then 'LEADERSHIP' when c.u % 3 = 0 then 'ORGANISER' else 'TEACHING' end), c.person, c.person, c.written, c.written
from told_plan c join actionplan.part a on a.plan = c.plan and a.kind = 'AREA'
join actionplan.part o on o.upper_part = a.id and o.kind = 'CAUSE', generate_series(1, 2) k;
insert into actionplan.part (plan, kind, upper_part, title, fields, made_by, changed_by, made_at, changed_at)
select c.plan, 'GOAL', a.id, 'Fler lektioner börjar med en gemensam genomgång',
    jsonb_build_object('SCALE', 'Lektioner av tio', 'BETTER', 'HIGHER', 'BASELINE', '3', 'TARGET', '7', 'BY', make_date(c.began + 3, 6, 1)),
    c.person, c.person, c.written, c.written
from told_plan c join actionplan.part a on a.plan = c.plan and a.kind = 'AREA';
insert into actionplan.part (plan, kind, upper_part, title, fields, made_by, changed_by, made_at, changed_at)
select c.plan, 'GOAL', a.id, 'Meritvärdet stiger',
    jsonb_build_object('INDICATOR', 'gr9-merit', 'BETTER', 'HIGHER', 'BASELINE', round(f.value::numeric, 1)::text, 'BASELINE_PERIOD',
        f.period::text, 'TARGET', round(f.value::numeric + 6, 1)::text, 'BY', make_date(c.began + 3, 6, 1)), c.person, c.person, c.written, c.written
from told_plan c join actionplan.part a on a.plan = c.plan and a.kind = 'AREA' and a.number = 2
cross join lateral (
    select o.value, o.period from statistics.observation o join statistics.subject s on s.id = o.subject and s.unit = c.unit
    join statistics.indicator i on i.id = o.indicator and i.code = 'gr9-merit'
    where o.breakdown = 0 and o.revised_by is null and o.value is not null and o.period / 10 <= c.began order by o.period desc limit 1
) f;
insert into actionplan.part (plan, kind, upper_part, title, fields, made_by, changed_by, made_at, changed_at)
select c.plan, 'SIGN', g.id, (array['Eleverna förklarar vad de ska lära sig', 'Lärarna planerar tillsammans varje vecka',
        'Ledningen frågar efter resultaten varje månad'])[k], jsonb_build_object('WHOSE', (array['PUPILS', 'TEACHERS', 'LEADERS'])[k]),
    c.person, c.person, c.written, c.written
from told_plan c join actionplan.part a on a.plan = c.plan and a.kind = 'AREA'
join actionplan.part g on g.upper_part = a.id and g.kind = 'GOAL' and g.fields ? 'SCALE', generate_series(1, 3) k;
insert into actionplan.version (plan, number, content, made_by, made_at) select plan, 1, '{}', person, written + 10 from told_plan;
insert into actionplan.decision (version, plan, holds, made_by, made_at)
select v.id, c.plan, true, c.person, c.written + 20 from told_plan c join actionplan.version v on v.plan = c.plan;

insert into followup.sign (id, plan, partnership, organiser, unit, goal, goal_title, title, whose, position)
select s.id, c.plan, c.partnership, c.organiser, c.unit, g.id, g.title, s.title, s.fields ->> 'WHOSE', 1
from told_plan c join actionplan.part s on s.plan = c.plan and s.kind = 'SIGN' join actionplan.part g on g.id = s.upper_part;
insert into followup.own_figure (plan, goal, organiser, unit, counted_on, value, made_by, made_at)
select c.plan, g.id, c.organiser, c.unit, d.day, 3 + y * (case when (c.u + a.number) % 3 = 1 then (array[-0.4, 1, 1.7])[1 + c.n % 3]
    when (c.u + a.number) % 3 = 2 then (array[-0.4, 1.6])[1 + c.n % 2] else (array[1, 1.6])[1 + c.n % 2] end), c.person, d.day
from told_plan c join actionplan.part g on g.plan = c.plan and g.kind = 'GOAL' and g.fields ? 'SCALE'
join actionplan.part a on a.id = g.upper_part, generate_series(1, 3) y, lateral (select make_date(c.began + y, 5, 10) as day) d;
insert into followup.checkpoint (plan, partnership, organiser, unit, term, reading, made_by, made_at, changed_by, changed_at)
select plan, partnership, organiser, unit, (began + y) * 10 + 1, 'Vi ser att det rör sig, men olika fort i olika lag.', person,
    make_date(began + y, 5, 20), person, make_date(began + y, 5, 20)
from told_plan, generate_series(2, 3) y;
insert into followup.checkpoint_sign (checkpoint, sign, unit, title, state)
select k.id, s.id, c.unit, s.title, (array['NOT_YET', 'SOMETIMES', 'OFTEN', 'ESTABLISHED'])[1 + least(3,
    (c.u * 3 + c.n + s.id) % 3 + case when k.term = (c.began + 3) * 10 + 1 then (c.u + s.id) % 2 else 0 end)]
from told_plan c join followup.checkpoint k on k.plan = c.plan join followup.sign s on s.plan = c.plan;
insert into followup.checkpoint_intervention (checkpoint, intervention, unit, number, title, state)
select k.id, i.id, c.unit, i.number, i.title, case when k.term < (c.began + 3) * 10 then 'GOES_ON'
    else (array['DONE', 'DELAYED', 'DONE', 'DONE', 'DELAYED'])[1 + (c.u + i.number) % 5] end
from told_plan c join followup.checkpoint k on k.plan = c.plan join actionplan.part i on i.plan = c.plan and i.kind = 'INTERVENTION';
insert into followup.checkpoint_deed (checkpoint, unit, deed, made_by, made_at)
select k.id, c.unit, 'CLOSED', c.person, k.made_at + interval '7 days' from told_plan c join followup.checkpoint k on k.plan = c.plan;
insert into followup.report (plan, partnership, agency, organiser, unit, kind, term, made_by, made_at, changed_by, changed_at)
select c.plan, c.partnership, c.owner, c.organiser, c.unit, case when k.term < (c.began + 3) * 10 then 'INTERIM' else 'FINAL' end, k.term,
    c.person, k.made_at + interval '10 days', c.person, k.made_at + interval '10 days'
from told_plan c join followup.checkpoint k on k.plan = c.plan;
insert into followup.report_deed (report, unit, deed, made_by, made_at)
select r.id, r.unit, d.deed, c.person, r.made_at + d.n * interval '3 days'
from told_plan c join followup.report r on r.plan = c.plan, unnest(array['ADOPTED', 'APPROVED', 'HANDED_IN']) with ordinality d (deed, n)
order by r.id, d.n;

insert into survey.step (owner_organisation, organiser, partnership, unit, name, day, made_by)
select organiser, organiser, partnership, unit, 'Kollegor om orsaker', make_date(began + y, 3, 3), person
from told_plan, generate_series(1, 2) y;
insert into survey.step_count (step, team, people, took_part)
select s.id, 'Arbetslag ' || k, 9 + (s.id + k) % 6, 7 + (s.id + k) % 3
from told_plan c join survey.step s on s.partnership = c.partnership and s.unit = c.unit, generate_series(1, 2) k;

insert into agreement.funding (partnership, number, owner_organisation, organiser, decided_on, purpose, amount, made_by, made_at)
select c.partnership, k, c.owner, c.organiser, make_date(c.began + k - 1, 10, 1), 'Insatser enligt överenskommelsen',
    (24000000 + 1700000 * (c.n % 9)) / k, c.person, make_date(c.began + k - 1, 10, 1)
from (select distinct partnership, owner, organiser, began, n, person from told_plan) c, generate_series(1, 2) k;
insert into agreement.funding_entry (funding, kind, day, amount, made_by)
select f.id, e.kind, f.decided_on + e.days, (f.amount * e.share / 100)::bigint, f.made_by
from agreement.funding f join (select distinct partnership from told_plan) c on c.partnership = f.partnership,
    (values ('REQUISITION', 60, 100), ('PAYMENT', 90, 100), ('ACCOUNT', 300, 88), ('REPAYMENT', 330, 12)) e (kind, days, share);

insert into organisation.organisation (kind, key, name, provider_kind, source)
select 'PROVIDER', k.key, k.name, k.kind, 'demonstration'
from (values ('norra-hogskolan', 'Norra högskolan (påhittad)', 'UNIVERSITY'),
    ('sodra-stodavdelningen', 'Södra stödavdelningen (påhittad)', 'MUNICIPAL_SUPPORT')) k (key, name, kind), programme_told on conflict do nothing;
insert into intervention.commission (partnership, provider, title, words, first_term, last_term, answer_by, standing, made_by, made_at)
select c.partnership, o.id, 'Handledning', 'Handledning för arbetslag under två terminer.', (c.began + 1) * 10 + 4, (c.began + 2) * 10 + 1,
    make_date(c.began + 1, 6, 1), case when c.n % 2 = 0 and o.provider_kind = 'MUNICIPAL_SUPPORT' then 'DECLINED' else 'ACCEPTED' end, c.person,
    make_date(c.began + 1, 4, 1)
from (select distinct partnership, began, n, person from told_plan) c, organisation.organisation o
where o.key in ('norra-hogskolan', 'sodra-stodavdelningen');
insert into intervention.commission_part (commission, partnership, organiser, units, areas, made_by, made_at)
select k.id, k.partnership, min(c.organiser), array_agg(c.unit), 'Tid och rutiner', min(c.person), k.made_at
from told_plan c join intervention.commission k on k.partnership = c.partnership group by k.id, k.partnership;
-- What the university held of them in the year that followed, and who came: where there was more of it, and where more came, the dose is
-- greater. People are numbered, since nobody is to be taken for somebody.
insert into intervention.occasion (commission, standing, minutes, done, told_by, told_at, made_by)
select k.id, 'HELD', 60 + 30 * (1 + (c.n::int + i) % 4), 'Vi arbetade som vi hade tänkt.', c.person,
    make_date(c.began + 1, 9, 12) + i * 28 + interval '15 hours', c.person
from (select distinct partnership, began, n, person from told_plan) c
join intervention.commission k on k.partnership = c.partnership and k.standing = 'ACCEPTED'
join organisation.organisation o on o.id = k.provider and o.key = 'norra-hogskolan', generate_series(1, 3 + (c.n::int * 5) % 7) i
order by k.id, i;
insert into intervention.participant (commission, unit, name, role, of_group, made_by, made_at)
select k.commission, c.unit, 'Deltagare ' || i, case when i = 1 then 'LEADER' else 'TEACHER' end, '', c.person, k.made_at
from told_plan c join (select distinct o.commission, p.partnership, p.made_at from intervention.occasion o
    join intervention.commission_part p on p.commission = o.commission) k on k.partnership = c.partnership, generate_series(1, 8) i
where c.kind <> 'ORGANISER' order by c.unit, i;
insert into intervention.attendance (occasion, participant, unit, role, came, made_by, made_at)
select o.id, p.id, p.unit, p.role, (p.id * 7 + o.id * 3) % (9 + c.u % 5) > c.u % 4, c.person, o.told_at
from told_plan c join intervention.participant p on p.unit = c.unit
join intervention.commission_part k on k.commission = p.commission and k.partnership = c.partnership
join intervention.occasion o on o.commission = p.commission;

insert into intervention.commission_frame (commission, partnership, funding, funding_number, amount, made_by)
select k.id, k.partnership, f.id, f.number, f.amount / 3, k.made_by
from (select distinct partnership from told_plan) c join intervention.commission k on k.partnership = c.partnership and k.standing = 'ACCEPTED'
join agreement.funding f on f.partnership = c.partnership and f.number = 1;
insert into intervention.commission_invoice (commission, frame, number, day, amount, made_by)
select k.id, m.id, '1', k.answer_by + 300, m.amount * 9 / 10, k.made_by
from (select distinct partnership from told_plan) c join intervention.commission k on k.partnership = c.partnership
join intervention.commission_frame m on m.commission = k.id;

insert into partnership.closing (partnership, day, learned, made_by, made_at)
select distinct partnership, make_date(began + 3, 6, 20), 'Börja med färre saker, och ge dem tid.', person, make_date(began + 3, 6, 20)::timestamptz
from told_plan;
