package se.samverkan.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.RunningCase;
import se.samverkan.survey.idea.IdeaRounds;
import se.samverkan.survey.question.QuestionSets;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.Visitor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Three hundred people within one minute, each with a phone and a connection of their own: the page, then the answer, of a survey
 * with a question set of ordinary length and of an idea round whose screen asks every second. Run by {@code bin/bench
 * surveys}.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=survey-bench")
@EnabledIfSystemProperty(named = "samverkan.bench", matches = "surveys")
class SurveyBench {

    private static final int PEOPLE = 300;
    private static final int MINUTE = 60_000;
    private static final int WARM = 60;
    private static final int SCREEN = 1000;

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    private SurveyStage stage;

    @Test
    void measures() throws Exception {
        stage = new SurveyStage(application);
        String code = survey();
        Map<String, String> chosen = Map.of(
                "q.stage", "early", "q.teaching.plan", "4", "q.safety.calm", "2", "q.own", "Mer tid att planera ihop.");
        crowd(WARM, 2000, number -> answer("/s/" + code, SurveyStage.form(1, chosen)));
        told(
                "surveys: 300 answers in a minute, p95",
                crowd(PEOPLE, MINUTE, number -> answer("/s/" + code, SurveyStage.form(1, chosen))));
        ideas();
    }

    private void ideas() throws Exception {
        RunningCase running = stage.running;
        IdeaRounds rounds = running.bean(IdeaRounds.class);
        long id = running.as(
                running.headTeacher, () -> rounds.open(running.id, running.school, "Vad hindrar studiero?", 3));
        String link = running.as(running.headTeacher, () -> rounds.round(id)).link();
        Map<Integer, Long> acknowledged = new ConcurrentHashMap<>();
        List<Long> seen = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService screen = Executors.newSingleThreadExecutor()) {
            Future<?> watching = screen.submit(() -> watch(id, acknowledged, seen, over));
            told("surveys: 300 ideas in a minute, p95", crowd(PEOPLE, MINUTE, number -> {
                long took = answer(
                        link,
                        Map.of("form", UUID.randomUUID().toString(), "words", "Idé nummer %03d.".formatted(number)));
                acknowledged.put(number, System.nanoTime());
                return took;
            }));
            Thread.sleep(2L * SCREEN);
            over.set(true);
            watching.get();
        }
        if (seen.size() < PEOPLE) {
            throw new AssertionError("the screen showed " + seen.size() + " of " + PEOPLE);
        }
        long slowest = seen.stream().mapToLong(Long::longValue).max().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%-46s %13.1f ms   %s%n",
                "surveys: on the screen, slowest",
                slowest / 1e6,
                "goal 2,000 ms");
    }

    /** Asks as the screen does, and notes how long after its acknowledgement each idea was there. */
    private void watch(long id, Map<Integer, Long> acknowledged, List<Long> seen, AtomicBoolean over) {
        RunningCase running = stage.running;
        List<Integer> found = new ArrayList<>();
        while (!over.get()) {
            String page = RunningCase.text(
                    running.asks(running.headTeacher, MockMvcRequestBuilders.get("/ideas/" + id + "/live")));
            long now = System.nanoTime();
            acknowledged.forEach((number, at) -> {
                if (!found.contains(number) && page.contains("Idé nummer %03d.".formatted(number))) {
                    found.add(number);
                    seen.add(Math.max(0, now - at));
                }
            });
            try {
                Thread.sleep(SCREEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String survey() {
        long id = stage.behind()
                .sql("""
                        insert into survey.survey (partnership, owner_organisation, organiser, unit, title, question_set,
                            audience, threshold, last_day, code, standing, opened_on, made_by)
                        values (:partnership, :organiser, :organiser, :unit, 'Mätning', '10-staff-compulsory', 'STAFF', 10,
                            access.today() + 10, 'benchaab', 'OPEN', access.today(), :person)
                        returning id
                        """)
                .param("partnership", stage.running.id)
                .param("organiser", stage.running.organiser)
                .param("unit", stage.running.school)
                .param("person", stage.running.headTeacher)
                .query(Long.class)
                .single();
        var sets = stage.running.bean(QuestionSets.class);
        var json = stage.running.bean(JsonMapper.class);
        stage.behind()
                .sql("insert into survey.questions (survey, number, whole) values (?, 1, ?::jsonb)")
                .params(
                        id,
                        json.writeValueAsString(
                                sets.find("10-staff-compulsory").orElseThrow().questions()))
                .update();
        return "benchaab";
    }

    /** The page, then the answer; how long the answer took to be acknowledged. */
    private long answer(String path, Map<String, String> form) {
        Visitor phone = new Visitor(port);
        if (phone.get(path).status() != 200) {
            throw new AssertionError(path);
        }
        long began = System.nanoTime();
        int status = phone.post(path, form).status();
        long took = System.nanoTime() - began;
        if (status != 303) {
            throw new AssertionError(path + " answered " + status);
        }
        return took;
    }

    /** So many people who come by chance within so many milliseconds; any failure ends it. */
    private static long[] crowd(int people, int millis, IntFunction<Long> deed) throws Exception {
        Random random = new Random(people);
        try (ExecutorService phones = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                int number = i;
                long comes = random.nextInt(millis);
                all.add(phones.submit(() -> {
                    Thread.sleep(comes);
                    return deed.apply(number);
                }));
            }
            long[] took = new long[people];
            for (int i = 0; i < people; i++) {
                took[i] = all.get(i).get();
            }
            Arrays.sort(took);
            return took;
        }
    }

    private static void told(String what, long[] took) {
        System.out.printf(
                Locale.ROOT, "%-46s %13.1f ms   %s%n", what, took[took.length * 95 / 100] / 1e6, "goal 150 ms");
    }
}
