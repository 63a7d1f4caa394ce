package se.samverkan.reporting.aggregate;

import se.samverkan.partnership.CaseStage;

/**
 * Many partnerships of an office, each with four units that have come all the way: adopted analyses, plans that hold, reports handed in,
 * money decided and paid, providers asked. Put there behind the doors, since by hand it would take longer than what is tried.
 */
public final class ManyCases {

    private ManyCases() {}

    /** So many partnerships of the stage's office, spread over counties and three years of starts. */
    public static void fill(CaseStage stage, int cases) {
        places(stage);
        long before = stage.cast
                .behind()
                .sql("select coalesce(max(id), 0) from partnership.partnership")
                .query(Long.class)
                .single();
        run(stage, CASES.formatted(cases, stage.office, stage.officer));
        run(stage, ANALYSES.formatted(stage.office, stage.officer, before));
        run(stage, PLANS.formatted(stage.office, stage.officer, before));
        run(stage, FOLLOW_UPS.formatted(stage.office, stage.officer, before));
        run(stage, MONEY.formatted(stage.office, stage.officer, before));
        run(stage, STEPS.formatted(stage.office, stage.officer, before));
        run(stage, COMMISSIONS.formatted(stage.office, stage.officer, before));
        stage.cast.behind().sql("analyze").update();
    }

    private static void run(CaseStage stage, String statement) {
        stage.cast.behind().sql(statement).update();
    }

    private static void places(CaseStage stage) {
        run(stage, """
                with counties as (
                    insert into organisation.county (code, name)
                    select lpad(n::text, 2, '0'), 'Län ' || n from generate_series(30, 50) n on conflict do nothing
                )
                insert into organisation.municipality (code, name, county)
                select lpad(n::text, 2, '0') || '98', 'Kommun ' || n, lpad(n::text, 2, '0') from generate_series(30, 50) n
                on conflict do nothing
                """);
    }

    private static final String CASES = """
            with organisers as (
                insert into organisation.organisation (kind, key, number, name, organiser_type, source)
                select 'ORGANISER', k.key, k.key, 'Kommun ' || k.key, case when n %% 4 = 0 then 'INDEPENDENT' else 'MUNICIPAL' end, 'test'
                from generate_series(1, %1$d) n, lateral (select '95' || lpad(
                    ((select max(id) from organisation.organisation) + n)::text, 8, '0') as key) k
                returning id, key
            ), units as (
                insert into organisation.unit (kind, key, code, name, organiser, municipality, source)
                select case when k = 4 then 'PRESCHOOL' else 'SCHOOL' end, '9' || right(o.key, 6) || k, '9' || right(o.key, 6) || k,
                    'Skola ' || k, o.id, (30 + o.id %% 21)::text || '98', 'test'
                from organisers o, generate_series(1, 4) k returning id, organiser, kind
            ), cases as (
                insert into partnership.partnership (owner_organisation, organiser, variant, variant_version, first_term, standing,
                    told_at, made_by)
                select %2$d, o.id, 'ksbs', (select max(version) from programme.version where variant = 'ksbs'),
                    20234 + 10 * (o.id %% 3), 'RUNNING', now(), %3$d
                from organisers o returning id, organiser
            ), parts as (
                insert into partnership.participation (partnership, unit, level, standing)
                select c.id, u.id, u.kind, case when u.id %% 9 = 0 then 'DECLINED' else 'RUNNING' end
                from cases c join units u on u.organiser = c.organiser
                returning partnership, unit, standing
            ), decisions as (
                insert into partnership.decision (partnership, unit, kind, day, reason, words, made_by)
                select partnership, unit, 'DECLINED', current_date - 900,
                    (array['TIME', 'RESOURCES', 'OTHER_SUPPORT'])[1 + unit %% 3], 'Nej.', %3$d
                from parts where standing = 'DECLINED'
            )
            insert into partnership.phase_begun (partnership, unit, phase, day, made_by)
            select partnership, unit, phase, current_date - 900 + 200 * n::int + (unit %% 30)::int, %3$d
            from parts, unnest(array['analysis', 'plan']) with ordinality as p (phase, n) where standing = 'RUNNING'
            """;

    private static final String ANALYSES = """
            with a as (
                insert into analysis.analysis (partnership, agency, organiser, unit, level, made_by)
                select n.partnership, p.owner_organisation, p.organiser, n.unit, n.level, %2$d
                from partnership.participation n join partnership.partnership p on p.id = n.partnership
                where p.owner_organisation = %1$d and p.id > %3$d and n.standing = 'RUNNING' returning id
            ), c as (
                insert into analysis.part (analysis, kind, sort, level, title, made_by, changed_by, made_at)
                select a.id, 'CAUSE', (array['ORGANISATION', 'TEACHING', 'FOLLOW_UP'])[1 + (a.id + n) %% 3],
                    (array['ORGANISER', 'LEADERSHIP', 'TEACHING'])[1 + (a.id * n) %% 3], 'Orsak ' || n, %2$d, %2$d, now() - interval '1 day'
                from a, generate_series(1, 5) n
            )
            insert into analysis.version (analysis, number, content, document, made_by) select id, 1, '{}', 0, %2$d from a
            """;

    private static final String PLANS = """
            with l as (
                insert into actionplan.plan (partnership, agency, organiser, unit, level, made_by)
                select n.partnership, p.owner_organisation, p.organiser, n.unit, n.level, %2$d
                from partnership.participation n join partnership.partnership p on p.id = n.partnership
                where p.owner_organisation = %1$d and p.id > %3$d and n.standing = 'RUNNING' returning id
            ), areas as (
                insert into actionplan.part (plan, kind, number, title, made_by, changed_by, made_at)
                select id, 'AREA', 1, 'Område', %2$d, %2$d, now() - interval '1 day' from l returning id, plan
            ), causes as (
                insert into actionplan.part (plan, kind, upper_part, title, fields, made_by, changed_by, made_at)
                select plan, 'CAUSE', id, 'Orsak', jsonb_build_object('ABOUT', (array['ORGANISATION', 'TEACHING'])[1 + plan %% 2]),
                    %2$d, %2$d, now() - interval '1 day' from areas returning id, plan, upper_part
            ), interventions as (
                insert into actionplan.part (plan, kind, upper_part, number, title, fields, made_by, changed_by, made_at)
                select plan, 'INTERVENTION', upper_part, n, 'Insats ' || n,
                    jsonb_build_object('ANSWERS', id::text, 'LEVEL', (array['LEADERSHIP', 'TEACHING'])[1 + (id + n) %% 2]),
                    %2$d, %2$d, now() - interval '1 day' from causes, generate_series(1, 5) n
            ), signs as (
                insert into actionplan.part (plan, kind, upper_part, title, fields, made_by, changed_by, made_at)
                select plan, 'SIGN', id, 'Tecken ' || n, jsonb_build_object('WHOSE', (array['PUPILS', 'TEACHERS'])[1 + (id + n) %% 2]),
                    %2$d, %2$d, now() - interval '1 day' from areas, generate_series(1, 3) n
            ), goals as (
                insert into actionplan.part (plan, kind, upper_part, title, fields, made_by, changed_by, made_at)
                select plan, 'GOAL', id, 'Mål ' || n, jsonb_build_object('SCALE', 'Lektioner', 'BETTER', 'HIGHER',
                    'BASELINE', '10', 'TARGET', '20'), %2$d, %2$d, now() - interval '1 day' from areas, generate_series(1, 2) n
            ), versions as (
                insert into actionplan.version (plan, number, content, made_by) select id, 1, '{}', %2$d from l returning id, plan
            )
            insert into actionplan.decision (version, plan, holds, made_by) select id, plan, true, %2$d from versions
            """;

    private static final String FOLLOW_UPS = """
            with checkpoints as (
                insert into followup.checkpoint (plan, partnership, organiser, unit, term, made_by, changed_by)
                select l.id, l.partnership, l.organiser, l.unit, 20261, %2$d, %2$d from actionplan.plan l where l.agency = %1$d and l.partnership > %3$d
                returning id, plan, partnership, organiser, unit
            ), signs as (
                insert into followup.sign (id, plan, partnership, organiser, unit, goal, goal_title, title, whose, position)
                select p.id, c.plan, c.partnership, c.organiser, c.unit, 0, 'Mål', p.title, p.fields ->> 'WHOSE', 1
                from checkpoints c join actionplan.part p on p.plan = c.plan and p.kind = 'SIGN'
            ), closed as (
                insert into followup.checkpoint_deed (checkpoint, unit, deed, made_by) select id, unit, 'CLOSED', %2$d from checkpoints
            ), works as (
                insert into followup.checkpoint_intervention (checkpoint, intervention, unit, number, title, state)
                select c.id, p.id, c.unit, p.number, p.title, (array['GOES_ON', 'DONE', 'DELAYED'])[1 + p.id %% 3]
                from checkpoints c join actionplan.part p on p.plan = c.plan and p.kind = 'INTERVENTION'
            ), judged as (
                insert into followup.checkpoint_sign (checkpoint, sign, unit, title, state)
                select c.id, p.id, c.unit, p.title, (array['NOT_YET', 'SOMETIMES', 'OFTEN', 'ESTABLISHED'])[1 + p.id %% 4]
                from checkpoints c join actionplan.part p on p.plan = c.plan and p.kind = 'SIGN'
            ), figures as (
                insert into followup.own_figure (plan, goal, organiser, unit, counted_on, value, made_by)
                select c.plan, p.id, c.organiser, c.unit, current_date - 40, (array[8, 14, 21])[1 + p.id %% 3], %2$d
                from checkpoints c join actionplan.part p on p.plan = c.plan and p.kind = 'GOAL' where p.id %% 5 > 0
            ), reports as (
                insert into followup.report (plan, partnership, agency, organiser, unit, kind, term, made_by, changed_by)
                select c.plan, c.partnership, %1$d, c.organiser, c.unit, 'INTERIM', 20261, %2$d, %2$d from checkpoints c returning id, unit
            )
            insert into followup.report_deed (report, unit, deed, made_by) select id, unit, 'HANDED_IN', %2$d from reports
            """;

    private static final String MONEY = """
            with f as (
                insert into agreement.funding (partnership, number, owner_organisation, organiser, decided_on, purpose, amount, made_by)
                select p.id, n, p.owner_organisation, p.organiser, make_date(2023 + n, 3, 1), 'Insatser', 10000000 + 100000 * (p.id %% 50),
                    %2$d
                from partnership.partnership p, generate_series(1, 3) n where p.owner_organisation = %1$d and p.id > %3$d returning id, amount
            )
            insert into agreement.funding_entry (funding, kind, day, amount, made_by)
            select id, kind, current_date - 30, amount / 2, %2$d from f, unnest(array['REQUISITION', 'PAYMENT', 'ACCOUNT']) kind
            """;

    private static final String STEPS = """
            with s as (
                insert into survey.step (owner_organisation, organiser, partnership, unit, name, day, made_by)
                select p.organiser, p.organiser, p.id, n.unit, 'Kollegor ' || k, current_date - 180 * k, %2$d
                from partnership.partnership p join partnership.participation n on n.partnership = p.id and n.standing = 'RUNNING',
                    generate_series(1, 3) k
                where p.owner_organisation = %1$d and p.id > %3$d returning id
            )
            insert into survey.step_count (step, team, people, took_part)
            select s.id, 'Lag ' || k, 12, 9 from s, generate_series(1, 2) k
            """;

    private static final String COMMISSIONS = """
            with providers as (
                insert into organisation.organisation (kind, key, name, provider_kind, source)
                select 'PROVIDER', 'utforare-' || k || '-%3$d', 'Utförare ' || k || ' %3$d', k, 'test' from unnest(array['UNIVERSITY', 'SPSM']) k
                returning id
            ), commissions as (
                insert into intervention.commission (partnership, provider, title, words, first_term, last_term, answer_by, standing, made_by)
                select p.id, o.id, 'Kurs', 'Kurs', 20251, 20254, current_date, case when p.id %% 4 = 0 then 'DECLINED' else 'ACCEPTED' end,
                    %2$d
                from partnership.partnership p, providers o where p.owner_organisation = %1$d and p.id > %3$d
                returning id, partnership, standing
            ), parts as (
                insert into intervention.commission_part (commission, partnership, organiser, units, areas, made_by)
                select c.id, c.partnership, p.organiser, array[(select min(u.id) from organisation.unit u where u.organiser = p.organiser)],
                    'Område', %2$d
                from commissions c join partnership.partnership p on p.id = c.partnership
            ), frames as (
                insert into intervention.commission_frame (commission, partnership, funding, funding_number, amount, made_by)
                select c.id, c.partnership, f.id, f.number, 4000000, %2$d
                from commissions c join agreement.funding f on f.partnership = c.partnership and f.number = 1 where c.standing = 'ACCEPTED'
                returning id, commission
            )
            insert into intervention.commission_invoice (commission, frame, number, day, amount, made_by)
            select commission, id, '1', current_date - 10, 3000000, %2$d from frames
            """;
}
