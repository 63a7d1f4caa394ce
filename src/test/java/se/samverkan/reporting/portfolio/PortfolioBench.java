package se.samverkan.reporting.portfolio;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.CaseStage;
import se.samverkan.testing.FourClients;
import se.samverkan.testing.SamverkanTest;

/**
 * Fills a database with a thousand partnerships of four units and twelve meetings, and measures the portfolio of their officer
 * with four clients. Through the application, not through the network. Run by {@code bin/bench portfolio}.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=portfolio-bench")
@EnabledIfSystemProperty(named = "samverkan.bench", matches = "portfolio")
class PortfolioBench {

    private static final int CASES = 1000;
    private static final List<String> ASKED = List.of(
            "",
            "?q=björk",
            "?order=SILENCE&page=3",
            "?phase=plan&page=2",
            "?attention=ACT&order=DUE",
            "?silent=60&overdue=true",
            "?standing=PAUSED&order=TERM");

    @Autowired
    WebApplicationContext application;

    private CaseStage stage;

    @Test
    void measures() throws Exception {
        stage = new CaseStage(application);
        fill();
        meet();
        FourClients clients = new FourClients(application, stage.officer);
        Random random = new Random(1);
        FourClients.measure(
                "portfolio: of 1,000 partnerships, p95",
                "goal 120 ms",
                400,
                () -> clients.get("/portfolio" + ASKED.get(random.nextInt(ASKED.size()))));
        FourClients.measure(
                "portfolio: as a file of 1,000 lines, p95", "no goal", 100, () -> clients.get("/portfolio/list.csv"));
    }

    private void meet() {
        stage.cast.behind().sql("""
                        insert into meeting.meeting (partnership, owner_organisation, organiser, name_sv, starts_at, ends_at,
                            standing, made_by)
                        select p.id, p.owner_organisation, p.organiser, 'Träff ' || n, now() + make_interval(days => 30 * n - 300),
                            now() + make_interval(days => 30 * n - 300, hours => 2),
                            case when n < 10 then 'CLOSED' else 'PLANNED' end, ?
                        from partnership.partnership p, generate_series(1, 12) n where p.owner_organisation = ?
                        """).params(stage.officer, stage.office).update();
        stage.cast.behind().sql("analyze").update();
    }

    /** Behind the doors, since a thousand cases by hand would take longer than what is measured. */
    private void fill() {
        stage.cast
                .behind()
                .sql("""
                with organisers as (
                    insert into organisation.organisation (kind, key, number, name, organiser_type, source)
                    select 'ORGANISER', '96' || lpad(n::text, 8, '0'), '96' || lpad(n::text, 8, '0'),
                        (array['Björkens', 'Åkerns', 'Östra', 'Ängens'])[1 + n %% 4] || ' kommun ' || n, 'INDEPENDENT', 'test'
                    from generate_series(1, %1$d) n returning id, key
                ), units as (
                    insert into organisation.unit (kind, key, code, name, organiser, municipality, source)
                    select 'SCHOOL', '9' || right(o.key, 6) || k, '9' || right(o.key, 6) || k,
                        (array['Björkskolan', 'Ekskolan', 'Lindskolan', 'Almskolan'])[k] || ' ' || o.id, o.id, '9898', 'test'
                    from organisers o, generate_series(1, 4) k returning id, organiser
                ), cases as (
                    insert into partnership.partnership (owner_organisation, organiser, variant, variant_version, first_term,
                        standing, told_at, made_by)
                    select %2$d, id, 'ksbs', (select max(version) from programme.version where variant = 'ksbs'), 20244,
                        case when id %% 10 = 0 then 'PAUSED' else 'RUNNING' end, now(), %3$d
                    from organisers returning id, organiser
                ), parts as (
                    insert into partnership.participation (partnership, unit, level, standing)
                    select c.id, u.id, 'SCHOOL', 'RUNNING' from cases c join units u on u.organiser = c.organiser
                    returning partnership, unit
                ), decisions as (
                    insert into partnership.decision (partnership, unit, kind, day, words, made_by)
                    select partnership, unit, kind, current_date - 1000, 'Som det var sagt.', %3$d
                    from parts, unnest(array['OFFERED', 'ACCEPTED', 'STARTED', 'PAUSED', 'RESUMED']) kind
                ), phases as (
                    insert into partnership.phase_begun (partnership, unit, phase, day, made_by)
                    select partnership, unit, phase, current_date - 900 + 200 * n::int, %3$d
                    from parts, unnest(array['analysis', 'plan']) with ordinality as p (phase, n)
                )
                insert into partnership.step_done (partnership, unit, phase, step, made_by)
                select partnership, unit, 'analysis', step, %3$d
                from parts, unnest(array['form-group', 'figures', 'lead-colleagues']) step
                """.formatted(CASES, stage.office, stage.officer))
                .update();
        stage.cast.behind().sql("analyze").update();
    }
}
