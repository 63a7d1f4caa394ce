package se.samverkan.partnership.overview;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.CaseStage;
import se.samverkan.programme.variant.Phase;
import se.samverkan.testing.FourClients;
import se.samverkan.testing.SamverkanTest;

/**
 * Fills a database with a thousand partnerships of four units and three years, and measures, with four clients of its officer:
 * the page of a case, the list with search and filters, and a write with its line in the log. Through the application, not
 * through the network. Run by {@code bin/bench cases}.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=cases-bench")
@EnabledIfSystemProperty(named = "samverkan.bench", matches = "cases")
class CasesBench {

    private static final int CASES = 1000;
    private static final List<String> ASKED = List.of(
            "",
            "?q=björk",
            "?standing=ANY&order=PHASE",
            "?phase=plan&page=2",
            "?standing=PAUSED&order=TERM",
            "?variant=ksbs&page=9",
            "?order=STANDING&standing=ANY&page=30");

    @Autowired
    WebApplicationContext application;

    private CaseStage stage;

    @Test
    void measures() throws Exception {
        stage = new CaseStage(application);
        FourClients clients = new FourClients(application, stage.officer);
        List<Long> cases = fill();
        Random random = new Random(1);
        FourClients.measure(
                "cases: page of a case, p95",
                "goal 60 ms",
                800,
                () -> clients.get("/partnerships/" + cases.get(random.nextInt(cases.size()))));
        FourClients.measure(
                "cases: list of 1,000, p95",
                "goal 80 ms",
                800,
                () -> clients.get("/partnerships" + ASKED.get(random.nextInt(ASKED.size()))));
        List<Deed> deeds = deeds();
        AtomicInteger next = new AtomicInteger();
        FourClients.measure("cases: a write with its line in the log, p95", "goal 60 ms", 400, () -> {
            Deed deed = deeds.get(next.getAndIncrement());
            long began = System.nanoTime();
            stage.does(
                    stage.officer,
                    () -> stage.steps()
                            .mark(
                                    deed.partnership(),
                                    deed.unit(),
                                    stage.phase(0).key(),
                                    deed.step()));
            return System.nanoTime() - began;
        });
    }

    /** A step that is not done yet, at a unit of a case that runs. */
    private record Deed(long partnership, long unit, String step) {}

    private List<Deed> deeds() {
        return stage.cast
                .behind()
                .sql("""
                        select n.partnership, n.unit, s.step
                        from partnership.participation n
                        join partnership.partnership p on p.id = n.partnership and p.standing = 'RUNNING',
                            unnest(array[:steps]) s (step)
                        where p.owner_organisation = :office and not exists (
                            select from partnership.step_done d
                            where d.partnership = n.partnership and d.unit = n.unit and d.step = s.step)
                        order by md5(n.partnership || s.step || n.unit) limit 1000
                        """)
                .param("office", stage.office)
                .param(
                        "steps",
                        stage.phase(0).steps().stream().map(Phase.Step::key).toList())
                .query(Deed.class)
                .list();
    }

    /** Behind the doors, since a thousand cases by hand would take longer than what is measured. */
    private List<Long> fill() {
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
        return stage.cast
                .behind()
                .sql("select id from partnership.partnership where owner_organisation = ?")
                .param(stage.office)
                .query(Long.class)
                .list();
    }
}
