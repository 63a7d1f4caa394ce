package se.samverkan.survey.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.observation.ObservationPredicate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.RunningCase;
import se.samverkan.survey.SurveyStage;
import se.samverkan.testing.QueryCount;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** Whoever answers is nobody: what an answer writes, what it does not, and what bad days come to. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=survey")
class AnonymityTests {

    private static final Map<String, String> SOMETHING = Map.of("q.stage", "early", "q.teaching.plan", "4");

    @Autowired
    WebApplicationContext application;

    @Autowired
    List<ObservationPredicate> observed;

    @LocalServerPort
    int port;

    private SurveyStage stage;
    private RunningCase running;
    private Visitor visitor;
    private SurveyView survey;

    @BeforeEach
    void anOpenSurvey() {
        stage = new SurveyStage(application);
        running = stage.running;
        visitor = new Visitor(port);
        Surveys surveys = running.bean(Surveys.class);
        long id = running.as(
                running.headTeacher,
                () -> surveys.drawUp(
                        running.id,
                        running.school,
                        "10-staff-compulsory",
                        new SurveyDraft("Hur har vi det?", running.today.plusDays(5), 5)));
        running.does(running.headTeacher, () -> surveys.open(id, 0));
        survey = running.as(running.headTeacher, () -> surveys.survey(id));
    }

    private Map<String, Long> everyTable() {
        Map<String, Long> rows = new TreeMap<>();
        stage.behind()
                .sql("""
                        select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                          and c.relname <> 'scheduled_tasks'
                        """)
                .query(String.class)
                .list()
                .forEach(table -> rows.put(
                        table,
                        stage.behind()
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
        return rows;
    }

    private long answers() {
        return stage.behind()
                .sql("select count(*) from survey.answer where survey = ?")
                .param(survey.id())
                .query(Long.class)
                .single();
    }

    @Test
    void writesTheAnswerAndNothingElseInTheWholeDatabase() {
        Map<String, Long> before = everyTable();
        Map<String, String> chosen = new HashMap<>(SOMETHING);
        chosen.put("q.own", "Mer tid.");
        Answer sent = SurveyStage.answer(visitor, survey.link(), chosen);
        assertThat(sent.status()).isEqualTo(303);
        assertThat(visitor.follow(sent).body()).contains("Tack för ditt svar");

        Map<String, Long> after = everyTable();
        before.merge("survey.answer", 1L, Long::sum);
        before.merge("survey.voice", 1L, Long::sum);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void keepsNoTimeNoSequenceNoAddressAndNoPersonWithAnAnswer() {
        for (String table : List.of("answer", "voice", "idea", "idea_vote")) {
            List<String> columns =
                    stage.behind().sql("""
                            select column_name || ' ' || data_type || ' ' || coalesce(column_default, '') || is_identity
                            from information_schema.columns where table_schema = 'survey' and table_name = ?
                            """).param(table).query(String.class).list();
            // The day on which whoever leads a round took an idea away is nothing of who wrote it.
            assertThat(columns)
                    .as(table)
                    .filteredOn(column -> !column.equals("removed_on date NO"))
                    .noneMatch(column -> column.matches(".*(timestamp|date|time |inet|nextval|YES|person|made_).*"));
        }
    }

    @Test
    void setsNoCookieAndReadsNoSessionEvenForSomebodyWhoIsSignedIn() {
        Answer page = visitor.get(survey.link());
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(page.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.body()).doesNotContain("_csrf", "sign-in");

        List<String> statements = QueryCount.statementsOf(() -> {
            Answer read = visitor.get(survey.link(), "Cookie", "samverkan=abc; samverkan-form=def");
            assertThat(read.header("Set-Cookie")).isEmpty();
            Answer sent = visitor.post(
                    survey.link(), SurveyStage.form(1, SOMETHING), "Cookie", "samverkan=abc; samverkan-form=def");
            assertThat(sent.status()).isEqualTo(303);
            assertThat(sent.header("Set-Cookie")).isEmpty();
            return sent;
        });
        assertThat(statements).noneMatch(statement -> statement.contains("session_") || statement.contains("append"));
    }

    @Test
    void isNotMeasuredByTheClock() {
        for (String path : List.of(survey.link(), survey.link() + "/thanks")) {
            ServerRequestObservationContext request = new ServerRequestObservationContext(
                    new MockHttpServletRequest("POST", path), new MockHttpServletResponse());
            assertThat(observed).anyMatch(predicate -> !predicate.test("http.server.requests", request));
        }
    }

    @Test
    void letsNobodyReadASingleAnswerThroughTheApplication() {
        SurveyStage.answers(visitor, survey.link(), 3, 1, SOMETHING);
        for (String table : List.of("answer", "voice")) {
            Throwable refused =
                    catchThrowable(() -> stage.rows(running.headTeacher, "select survey::text from survey." + table));
            assertThat(NestedExceptionUtils.getMostSpecificCause(refused)).hasMessageContaining("permission denied");
        }
        assertThat(stage.rows(running.otherHeadTeacher, "select people::text from survey.sums(" + survey.id() + ")"))
                .isEmpty();
        assertThat(stage.rows(running.headTeacher, "select words from survey.voices(" + survey.id() + ")"))
                .isEmpty();
    }

    @Test
    void laysTheAnswersAnewSoThatNeitherPlaceNorTransactionTellsTheirOrder() {
        SurveyStage.answers(visitor, survey.link(), 8, 1, SOMETHING);
        assertThat(transactions()).hasSize(8);
        stage.behind().sql("select survey.tidy()").query(row -> {});
        assertThat(transactions()).hasSize(1);
        assertThat(answers()).isEqualTo(8);
    }

    private Set<String> transactions() {
        return stage.behind()
                .sql("select xmin::text from survey.answer where survey = ?")
                .param(survey.id())
                .query(String.class)
                .set();
    }

    @Test
    void countsAFormThatIsSentTwiceOnceAndTheSamePhoneAsOftenAsItIsUsed() {
        Map<String, String> form = SurveyStage.form(1, SOMETHING);
        assertThat(visitor.post(survey.link(), form).status()).isEqualTo(303);
        assertThat(visitor.post(survey.link(), form).status()).isEqualTo(303);
        assertThat(answers()).isOne();

        Map<String, String> again = SurveyStage.form(1, SOMETHING);
        again.put("again", "true");
        assertThat(visitor.post(survey.link(), again).status()).isEqualTo(303);
        assertThat(answers()).isEqualTo(2);
    }

    @Test
    void takesAHundredAnswersFromOneAddressInARow() {
        assertThat(SurveyStage.answers(visitor, survey.link(), 100, 1, SOMETHING))
                .containsOnly(303);
        assertThat(answers()).isEqualTo(100);
    }

    @Test
    void saysPlainlyWhatIsWrongAndKeepsWhatWasWritten() {
        Answer nothing = visitor.post(survey.link(), SurveyStage.form(1, Map.of("q.teaching.plan", "99")));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("Du har inte svarat på något ännu");

        Answer without = visitor.post(survey.link(), Map.of("q.teaching.plan", "4", "q.own", "Mitt ord"));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("kom inte från enkätens sida", "Mitt ord");

        Answer number = visitor.post(
                survey.link(), SurveyStage.form(1, Map.of("q.own", "Ring 19121212-1212", "q.teaching.plan", "4")));
        assertThat(number.status()).isEqualTo(422);
        assertThat(number.page()
                        .select("input[name='q.teaching.plan'][checked]")
                        .val())
                .isEqualTo("4");
        assertThat(number.body()).contains("personnummer", "Ring 19121212-1212");

        Answer unknown = visitor.post(survey.link(), SurveyStage.form(77, SOMETHING));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(answers()).isZero();
    }

    @Test
    void refusesATextOfAMillionCharactersPlainly() {
        Answer long1 = visitor.post(survey.link(), SurveyStage.form(1, Map.of("q.own", "a".repeat(1_000_000))));
        assertThat(long1.status()).isEqualTo(422);
        assertThat(long1.body()).contains("Texten är för lång");

        Answer longer = visitor.post(survey.link(), SurveyStage.form(1, Map.of("q.own", "å".repeat(1_000_000))));
        assertThat(longer.status()).isIn(413, 422);
        assertThat(longer.body()).contains("lång");
        assertThat(answers()).isZero();
    }

    @Test
    void takesEmojiAndShowsScriptAsItWasWritten() {
        String script = "<script>alert(1)</script> 👩‍🏫 \u0000 & \"så\"";
        for (int i = 0; i < 5; i++) {
            visitor.post(survey.link(), SurveyStage.form(1, Map.of("q.own", script, "q.teaching.plan", "4")));
        }
        assertThat(answers()).isEqualTo(5);
        running.does(running.headTeacher, () -> running.bean(Surveys.class).close(survey.id()));
        String page = RunningCase.text(
                running.asks(running.headTeacher, MockMvcRequestBuilders.get("/surveys/" + survey.id())));
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "👩‍🏫")
                .doesNotContain("<script>alert");
    }

    @Test
    void saysThatALinkIsClosedAndThatAnUnknownOneIsNotThere() {
        running.does(running.headTeacher, () -> running.bean(Surveys.class).close(survey.id()));
        Answer page = visitor.get(survey.link());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("stängd och tar inte emot fler svar");
        Answer sent = visitor.post(survey.link(), SurveyStage.form(1, SOMETHING));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("inte sparat");
        assertThat(visitor.get("/s/" + UUID.randomUUID().toString().substring(0, 8))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void asksInTheLanguageThatIsChosen() {
        Answer english = visitor.get(survey.link() + "?language=en");
        assertThat(english.body()).contains("Send the answer", "Teaching at our school");
        assertThat(Stream.of("lang=\"en\"", "hreflang=\"sv\"")).allMatch(english.body()::contains);
    }
}
