package se.samverkan.intervention;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.organisation.search.TextIndex;
import se.samverkan.testing.FourClients;
import se.samverkan.testing.SamverkanTest;

/**
 * Measures the page of what could meet a cause, with 2,000 entries offered, and the page of the search over 50,000 lessons, with four
 * people. Through the application, not through the network. Run by {@code bin/bench interventions}.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=intervention-bench")
@EnabledIfSystemProperty(named = "samverkan.bench", matches = "interventions")
class InterventionBench {

    private static final int ENTRIES = 2_000;
    private static final int LESSONS = 50_000;
    private static final List<String> WORDS = List.of(
            "läsning",
            "frånvaro",
            "fritidshem",
            "matematik",
            "studiero",
            "kollegialt",
            "planering",
            "rektor",
            "lärare",
            "elever",
            "bedömning",
            "språk",
            "raster",
            "regler",
            "handledning",
            "analys",
            "samtal",
            "grupp",
            "böcker",
            "mål");
    private static final List<String> ASKED = List.of(
            "fritidshemmet", "läsningen", "frånvaron rektorn", "studieron", "eleverna", "böckerna mål", "samtalet");

    @Autowired
    WebApplicationContext application;

    private InterventionStage stage;

    @Test
    void measures() throws Exception {
        stage = new InterventionStage(application);
        long analysis = stage.theCase.begun();
        long problem = stage.theCase.problem(analysis, "Många når inte målen");
        long cause = stage.theCase.cause(analysis, "Eleverna läser för lite i våra ämnen", problem);
        offer();
        tell();
        FourClients clients = new FourClients(application, stage.theCase.member);
        FourClients.measure(
                "interventions: matching over 2,000 entries, p95",
                "goal 100 ms",
                400,
                () -> clients.get("/analyses/" + analysis + "/matches/" + cause));
        AtomicInteger turn = new AtomicInteger();
        FourClients.measure(
                "interventions: search over 50,000 lessons, p95",
                "goal 60 ms",
                800,
                () -> clients.get("/lessons?words=" + ASKED.get(turn.getAndIncrement() % ASKED.size())));
    }

    private void offer() {
        stage.theCase
                .running
                .cast
                .behind()
                .sql("""
                insert into intervention.entry (organisation, ref, title, shape, levels, themes, work, terms, languages, base,
                    words, offered, heard, capacity_terms, capacity_groups, made_by, changed_by)
                select ?, 'B' || n, 'Läsning och samtal nummer ' || n, 'PACKAGE', '{TEACHING}',
                    case when n % 3 = 0 then '{LANGUAGE}'::text[] else '{ABSENCE,ASSESSMENT}'::text[] end, 'COURSE', 2,
                    '{SWEDISH}', 'RESEARCH', repeat('Mer om det. ', 60), true,
                    '''läsning'':1A ''läs'':1A ''samtal'':1A ''det'':1D', '{20271,20274}', '{2,3}', 1, 1
                from generate_series(1, ?) n
                """)
                .params(stage.university, ENTRIES)
                .update();
    }

    /** Of 60 words each; half of all have the most common word, one in twenty the rarest. */
    private void tell() {
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int seed = i;
            String text = IntStream.range(0, 60)
                    .mapToObj(n -> WORDS.get(Math.floorMod(seed * 31 + n * n, WORDS.size())))
                    .distinct()
                    .limit(6)
                    .reduce("", (a, b) -> a + " " + b);
            String own = IntStream.range(0, 50)
                    .mapToObj(n -> "ord" + (seed * 50 + n))
                    .reduce("", (a, b) -> a + " " + b);
            heard.add(TextIndex.vector(WORDS.get(seed % WORDS.size()), text + own));
        }
        stage.theCase
                .running
                .cast
                .behind()
                .sql("""
                        insert into intervention.lesson (organisation, title, themes, cause, tried, readers, heard, made_by,
                            changed_by)
                        select ?, 'Erfarenhet ' || n, '{LANGUAGE}', 'Orsak ' || n, repeat('Vi prövade. ', 40),
                            case when n % 10 = 0 then 'OWN' else 'EVERYBODY' end, ((?::text[])[1 + n % 500])::tsvector, 1, 1
                        from generate_series(1, ?) n
                        """)
                .param(stage.university)
                .param(heard.toArray(String[]::new))
                .param(LESSONS)
                .update();
        stage.theCase.running.cast.behind().sql("analyze").update();
    }
}
