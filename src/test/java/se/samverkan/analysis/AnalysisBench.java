package se.samverkan.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Intake;
import se.samverkan.statistics.Intake.Provenance;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject;
import se.samverkan.testing.FourClients;
import se.samverkan.testing.SamverkanTest;

/**
 * Measures the page of an analysis of 200 parts in one tree, with four people of its unit, and the data pack as page, PDF and slides.
 * Through the application, not through the network. Run by {@code bin/bench analysis}.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis-bench")
@EnabledIfSystemProperty(named = "samverkan.bench", matches = "analysis")
class AnalysisBench {

    private static final int PARTS = 200;
    private static final int YEARS = 10;
    private static final int SCHOOLS = 30;
    private static final List<String> SERIES =
            List.of("gr9-passed-all", "gr9-merit", "gr9-eligible-vocational", "gr9-pupils");

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;

    @Test
    void measures() throws Exception {
        stage = new AnalysisStage(application);
        long id = stage.begun();
        fill(id);
        FourClients clients = new FourClients(application, stage.member);
        String pack = pack();
        FourClients.measure(
                "analysis: page of 200 parts, p95", "goal 80 ms", 800, () -> clients.get("/analyses/" + id));
        FourClients.measure("analysis: a data pack as a page, p95", "goal 3000 ms", 200, () -> clients.get(pack));
        FourClients.measure(
                "analysis: a data pack as PDF, p95", "goal 3000 ms", 12, () -> clients.get(pack + "/document.pdf"));
        FourClients.measure(
                "analysis: a data pack as slides, p95", "goal 3000 ms", 12, () -> clients.get(pack + "/document.pptx"));
        organisers();
    }

    /** The pack of the organiser's own level: all its schools side by side. */
    private void organisers() throws Exception {
        FourClients directors = new FourClients(application, stage.running.director);
        String pack = organisersPack();
        FourClients.measure(
                "analysis: an organiser's data pack as a page, p95", "goal 3000 ms", 80, () -> directors.get(pack));
        FourClients.measure(
                "analysis: an organiser's data pack as PDF, p95",
                "goal 3000 ms",
                12,
                () -> directors.get(pack + "/document.pdf"));
        FourClients.measure(
                "analysis: an organiser's data pack as slides, p95",
                "goal 3000 ms",
                12,
                () -> directors.get(pack + "/document.pptx"));
    }

    private String organisersPack() {
        long level = stage.running.cast.unit("Huvudmannanivån", stage.running.organiser);
        List<String> schools = IntStream.range(0, SCHOOLS)
                .mapToObj(n -> key(stage.running.cast.unit("Skola " + n, stage.running.organiser)))
                .toList();
        stage.running.cast.behind().sql("""
                        insert into partnership.participation (partnership, unit, level, standing)
                        values (?, ?, 'ORGANISER', 'RUNNING')
                        """).params(stage.running.id, level).update();
        stage.running
                .cast
                .behind()
                .sql("""
                        insert into organisation.unit_form (unit, form) select id, 'COMPULSORY' from organisation.unit
                        where organiser = ? and id <> ? on conflict do nothing
                        """)
                .params(stage.running.organiser, level)
                .update();
        take(schools);
        return "/partnerships/" + stage.running.id + "/units/" + key(level) + "/pack";
    }

    /** Behind the doors: problems with evidence, causes five deep, an area under each last one. */
    private void fill(long id) {
        stage.running.cast.behind().sql("""
                with parts as (
                    insert into analysis.part (analysis, kind, number, sort, title, made_by, changed_by)
                    select %1$d, k, case when k = 'AREA' then n end,
                        case k when 'EVIDENCE' then 'OBSERVATION' when 'CAUSE' then 'TEACHING' else '' end,
                        'Det här är nummer ' || n || ' av allt som vi har sett', %2$d, %2$d
                    from (select n, case when n %% 40 = 1 then 'PROBLEM' when n %% 5 = 0 then 'EVIDENCE'
                            when n %% 8 = 0 then 'AREA' else 'CAUSE' end as k from generate_series(1, %3$d) n) s
                    returning id, kind
                ), said as (
                    insert into analysis.part_words (part, analysis, words)
                    select id, %1$d, repeat('Mer om det. ', 20) from parts
                ), placed as (
                    select id, kind, max(id) filter (where kind = 'PROBLEM') over (order by id) as problem,
                        lag(id) over (partition by kind = 'CAUSE' order by id) as before,
                        max(id) filter (where kind = 'CAUSE') over (order by id rows between unbounded preceding and 1 preceding) as cause
                    from parts
                )
                insert into analysis.link (analysis, upper_part, lower_part, made_by)
                select %1$d, case when kind = 'CAUSE' and before > problem and id %% 5 <> 1 then before
                        when kind = 'AREA' and cause is not null then cause else problem end, id, %2$d
                from placed where kind <> 'PROBLEM' and not (kind = 'AREA' and cause is null)
                """.formatted(id, stage.member, PARTS)).update();
        stage.running.cast.behind().sql("analyze").update();
    }

    private String pack() {
        String school = key(stage.unit);
        take(List.of(school));
        return "/partnerships/" + stage.running.id + "/units/" + school + "/pack";
    }

    private String key(long unit) {
        return stage.running
                .cast
                .behind()
                .sql("select key from organisation.unit where id = ?")
                .param(unit)
                .query(String.class)
                .single();
    }

    private void take(List<String> schools) {
        stage.bean(ActingAs.class)
                .console(() -> stage.bean(TransactionTemplate.class)
                        .execute(status -> stage.bean(Intake.class)
                                .take(
                                        schools.stream()
                                                .flatMap(school -> SERIES.stream()
                                                        .flatMap(code -> IntStream.range(0, YEARS)
                                                                .mapToObj(back -> figure(school, code, back)))),
                                        new Provenance(
                                                "test", "SKOLVERKET", LocalDate.of(2026, 10, 1), new byte[32]))));
    }

    private static Observation figure(String school, String code, int back) {
        return new Observation(
                new Subject.OfUnit(school),
                code,
                Breakdown.ALL,
                Period.schoolYear(LocalDate.now().getYear() - 2 - back),
                new Figure.Exact(60 + back, (60 + back) + ",0"),
                40);
    }
}
