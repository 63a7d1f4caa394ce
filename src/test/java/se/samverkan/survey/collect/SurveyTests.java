package se.samverkan.survey.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.partnership.RunningCase;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Codes;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.QrCode;
import se.samverkan.survey.SurveyStage;
import se.samverkan.survey.question.Question;
import se.samverkan.survey.question.Questions;
import se.samverkan.survey.question.Result;
import se.samverkan.survey.question.Text;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** A survey from draft to what it came to: who does what, what is kept, and what is not. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=survey")
class SurveyTests {

    private static final String STAFF = "10-staff-compulsory";

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    private SurveyStage stage;
    private RunningCase running;
    private Visitor visitor;

    @BeforeEach
    void people() {
        stage = new SurveyStage(application);
        running = stage.running;
        visitor = new Visitor(port);
    }

    private Surveys surveys() {
        return running.bean(Surveys.class);
    }

    private SurveyDraft draft(int threshold) {
        return new SurveyDraft("Så har vi det på Ekskolan", running.today.plusDays(10), threshold);
    }

    private SurveyView drawn(String set, int threshold) {
        long id = running.as(
                running.headTeacher, () -> surveys().drawUp(running.id, running.school, set, draft(threshold)));
        return read(id);
    }

    private SurveyView read(long id) {
        return running.as(running.headTeacher, () -> surveys().survey(id));
    }

    private SurveyView opened(String set, int threshold) {
        SurveyView survey = drawn(set, threshold);
        running.does(running.headTeacher, () -> surveys().open(survey.id(), survey.version()));
        return read(survey.id());
    }

    private SurveyView closed(SurveyView survey) {
        running.does(running.headTeacher, () -> surveys().close(survey.id()));
        return read(survey.id());
    }

    private Result result(SurveyView survey) {
        return running.as(running.headTeacher, () -> surveys().result(survey).orElseThrow());
    }

    private long rows(String table, SurveyView survey) {
        return stage.behind()
                .sql("select count(*) from survey." + table + " where survey = ?")
                .param(survey.id())
                .query(Long.class)
                .single();
    }

    @Test
    void isItsUnitsAndIsNotThereForTheAgencyASiblingSchoolOrAStranger() {
        SurveyView survey = drawn(STAFF, 10);

        for (long reader :
                List.of(running.headTeacher, stage.member, running.director, running.coordinator, stage.areaHead)) {
            assertThat(page(reader, "/surveys/" + survey.id())).contains("Så har vi det på Ekskolan");
        }
        for (long other : List.of(running.officer, stage.facilitator, running.otherHeadTeacher, running.stranger)) {
            assertThat(running.asks(other, MockMvcRequestBuilders.get("/surveys/" + survey.id()))
                            .getStatus())
                    .isIn(403, 404);
            assertThat(stage.rows(other, "select title from survey.survey")).doesNotContain(survey.title());
        }
        assertThat(running.refusal(running.otherHeadTeacher, () -> surveys().survey(survey.id()))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_SEEN);
        assertThat(running.refusal(stage.areaHead, () -> surveys().open(survey.id(), 0))
                        .reason())
                .isEqualTo("refusal.verb.RUN_SURVEYS");
    }

    private String page(long person, String path) {
        return RunningCase.text(running.asks(person, MockMvcRequestBuilders.get(path)));
    }

    @Test
    void isDrawnUpOnlyWhereOneRunsSurveys() {
        assertThat(running.refusal(
                                running.headTeacher,
                                () -> surveys().drawUp(running.id, running.otherSchool, STAFF, draft(10)))
                        .reason())
                .isEqualTo("refusal.verb.RUN_SURVEYS");
        assertThat(insert(running.otherHeadTeacher)).contains("row-level security");
        assertThat(insert(running.officer)).contains("row-level security");
    }

    private String insert(long person) {
        Throwable refused = catchThrowable(() -> running.does(
                person,
                () -> stage.rows(
                        person, """
                insert into survey.survey (partnership, owner_organisation, organiser, unit, title, question_set, audience,
                    threshold, last_day, code)
                values (%d, %d, %d, %d, 'x', 'x', 'STAFF', 10, access.today(), 'abcdefgh') returning title
                """.formatted(running.id, running.organiser, running.organiser, running.school))));
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(refused).getMessage());
    }

    @Test
    void waitsForWhoDrewItUpToOpenItAndToAskForMoreAnswersInItsLastWeek() {
        SurveyView survey = drawn(STAFF, 10);
        assertThat(page(running.headTeacher, "/todo")).contains("Öppna enkäten Så har vi det på Ekskolan");
        running.does(running.headTeacher, () -> surveys().open(survey.id(), survey.version()));
        assertThat(page(running.headTeacher, "/todo")).doesNotContain("Så har vi det på Ekskolan");
        stage.behind()
                .sql("update survey.survey set last_day = access.today() + 3 where id = ?")
                .param(survey.id())
                .update();
        assertThat(page(running.headTeacher, "/todo")).contains("Be fler svara på enkäten Så har vi det på Ekskolan");
        assertThat(page(running.coordinator, "/todo")).doesNotContain("Så har vi det på Ekskolan");
        closed(read(survey.id()));
        assertThat(page(running.headTeacher, "/todo")).doesNotContain("Så har vi det på Ekskolan");
    }

    @Test
    void cannotBeAnsweredBeforeItIsOpened() {
        SurveyView survey = drawn(STAFF, 10);
        assertThat(visitor.get(survey.link()).status()).isEqualTo(404);
        assertThat(SurveyStage.answers(visitor, survey.link(), 1, 1, Map.of("q.stage", "early")))
                .containsExactly(404);
    }

    @Test
    void isSummedUpAndDeletedWhenItIsClosed() {
        SurveyView survey = opened(STAFF, 5);
        assertThat(SurveyStage.answers(
                        visitor, survey.link(), 6, 1, Map.of("q.stage", "early", "q.teaching.plan", "4")))
                .containsOnly(303);
        SurveyStage.answers(
                visitor,
                survey.link(),
                5,
                1,
                Map.of("q.stage", "late", "q.teaching.plan", "1", "q.own", "Lugnare raster"));
        assertThat(page(running.headTeacher, "/surveys/" + survey.id()))
                .contains("11 har svarat")
                .doesNotContain("Lugnare raster");

        SurveyView closed = closed(survey);

        assertThat(rows("answer", survey)).isZero();
        Result result = result(closed);
        assertThat(result.answers()).isEqualTo(11);
        Result.Asked asked = result.asked().stream()
                .filter(each -> each.question().key().equals("teaching.plan"))
                .findFirst()
                .orElseThrow();
        assertThat(asked.everybody().orElseThrow().counts()).containsExactly(6, 0, 0, 5, 0);
        assertThat(asked.of("early").orElseThrow().counts()).containsExactly(6, 0, 0, 0, 0);
        assertThat(asked.of("middle")).isEmpty();
        assertThat(page(running.headTeacher, "/surveys/" + survey.id())).contains("Lugnare raster", "55");
        assertThat(page(stage.areaHead, "/surveys/" + survey.id())).contains("Lugnare raster");
        assertThat(running.told("survey.closed", running.organiser)).isPositive();
        assertThat(visitor.get(survey.link()).body()).contains("stängd");
    }

    @Test
    void keepsNothingOfFourAnswersNotEvenOwnWords() {
        SurveyView survey = opened(STAFF, 5);
        SurveyStage.answers(
                visitor, survey.link(), 4, 1, Map.of("q.stage", "early", "q.teaching.plan", "4", "q.own", "Ord"));
        SurveyView closed = closed(survey);

        assertThat(result(closed).asked()).allMatch(asked -> asked.shown().isEmpty());
        assertThat(rows("voice", survey)).isZero();
        assertThat(rows("answer", survey)).isZero();
        assertThat(page(running.headTeacher, "/surveys/" + survey.id())).contains("Bara 4 svarade");
    }

    @Test
    void hidesBothGroupsOfTwelveWhereOneHasTwo() {
        SurveyView survey = opened(STAFF, 10);
        SurveyStage.answers(visitor, survey.link(), 10, 1, Map.of("q.stage", "early", "q.teaching.plan", "4"));
        SurveyStage.answers(visitor, survey.link(), 2, 1, Map.of("q.stage", "late", "q.teaching.plan", "1"));
        Result result = result(closed(survey));

        result.asked().stream()
                .filter(each -> each.question().key().equals("teaching.plan"))
                .forEach(asked -> {
                    assertThat(asked.everybody().orElseThrow().answered()).isEqualTo(12);
                    assertThat(asked.of("early")).isEmpty();
                    assertThat(asked.of("late")).isEmpty();
                });
        assertThat(stage.behind()
                        .sql("select whole::text from survey.result where survey = ?")
                        .param(survey.id())
                        .query(String.class)
                        .single())
                .as("what is masked is not hidden in the database either")
                .doesNotContain("\"answered\":2", "\"answered\": 2", "\"answered\": 10");
    }

    @Test
    void countsAChangedQuestionByItselfAndTheOthersTogether() {
        SurveyView survey = opened(STAFF, 5);
        SurveyStage.answers(visitor, survey.link(), 6, 1, Map.of("q.teaching.plan", "4", "q.hinder", "time"));
        Questions questions = running.as(running.headTeacher, () -> surveys().questions(survey));
        List<Question> changed = questions.all().stream()
                .map(each -> each.key().equals("hinder") ? each.saying(Text.of("Vad hindrar?", "")) : each)
                .toList();
        running.does(running.headTeacher, () -> surveys().ask(survey.id(), survey.version(), changed));
        assertThat(read(survey.id()).questions()).isEqualTo(2);
        SurveyStage.answers(visitor, survey.link(), 5, 2, Map.of("q.teaching.plan", "1", "q.hinder", "unclear"));
        SurveyStage.answers(visitor, survey.link(), 1, 1, Map.of("q.teaching.plan", "4", "q.hinder", "time"));
        Result result = result(closed(read(survey.id())));

        assertThat(result.asked().stream()
                        .filter(each -> each.question().key().equals("hinder"))
                        .map(each -> each.question().revision() + ":"
                                + each.everybody().orElseThrow().answered())
                        .toList())
                .containsExactly("2:5", "1:7");
        assertThat(result.asked().stream()
                        .filter(each -> each.question().key().equals("teaching.plan"))
                        .map(each -> each.everybody().orElseThrow().answered())
                        .toList())
                .containsExactly(12);
        assertThat(page(running.headTeacher, "/surveys/" + survey.id())).contains("Frågan ändrades");
    }

    @Test
    void showsWhatPupilsWroteOnlyToThoseWhoRunItAndLetsThemTakeItAway() {
        SurveyView survey = opened("22-pupils-older", 5);
        SurveyStage.answers(
                visitor, survey.link(), 6, 1, Map.of("q.teaching.goal", "4", "q.own", "Färre prov, sa Lisa i 7B"));
        closed(survey);

        assertThat(page(running.headTeacher, "/surveys/" + survey.id())).contains("Lisa i 7B");
        assertThat(page(stage.areaHead, "/surveys/" + survey.id())).doesNotContain("Lisa i 7B");
        List<Voice> voices = running.as(running.headTeacher, () -> surveys().voices(read(survey.id())));
        voices.forEach(voice -> running.does(
                running.headTeacher, () -> running.bean(RemovedVoices.class).remove(survey.id(), voice.id())));
        assertThat(rows("voice", survey)).isZero();
        running.does(
                running.headTeacher,
                () -> surveys().summarise(survey.id(), 0, new FreeText("Flera önskar färre prov.", "")));
        assertThat(page(stage.areaHead, "/surveys/" + survey.id())).contains("Flera önskar färre prov.");
        assertThat(stage.behind()
                        .sql(
                                "select count(*) from records.audit_value where before like '%Lisa%' or after like '%Lisa%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void closesByItselfTheNightAfterTheLastDay() {
        SurveyView survey = opened(STAFF, 5);
        SurveyStage.answers(visitor, survey.link(), 6, 1, Map.of("q.teaching.plan", "4"));
        stage.behind()
                .sql("update survey.survey set last_day = access.today() - 1 where id = ?")
                .param(survey.id())
                .update();
        assertThat(SurveyStage.answers(visitor, survey.link(), 1, 1, Map.of("q.teaching.plan", "4")))
                .containsExactly(422);

        running.bean(ActingAs.class)
                .system(() -> running.bean(SurveyClosing.class).closeWhatIsOver());

        assertThat(read(survey.id()).isClosed()).isTrue();
        assertThat(result(survey.id()).answers()).isEqualTo(6);
    }

    private Result result(long id) {
        return result(read(id));
    }

    @Test
    void letsTheWordsOfStaffGoAsTheRetentionRuleSays() {
        SurveyView survey = opened(STAFF, 5);
        SurveyStage.answers(visitor, survey.link(), 6, 1, Map.of("q.teaching.plan", "4", "q.own", "Mer tid"));
        closed(survey);
        long archivist = running.cast.player("Arkivarie", Role.ARCHIVIST, null);
        String item = Long.toString(survey.id());
        VoiceRetention source = running.bean(VoiceRetention.class);

        assertThat(within(archivist, () -> source.due(running.today, 500)))
                .anyMatch(due -> due.item().equals(item));
        assertThat(within(running.headTeacher, () -> source.due(running.today, 500)))
                .isEmpty();
        disposes(running.headTeacher, source, item);
        assertThat(rows("voice", survey)).isEqualTo(6);
        disposes(archivist, source, item);
        assertThat(rows("voice", survey)).isZero();
        assertThat(result(survey.id()).answers()).isEqualTo(6);
    }

    private <T> T within(long person, Supplier<T> deed) {
        return running.as(
                person,
                () -> Objects.requireNonNull(
                        running.bean(TransactionTemplate.class).execute(status -> deed.get())));
    }

    private void disposes(long person, VoiceRetention source, String item) {
        within(person, () -> {
            source.dispose(List.of(item));
            return true;
        });
    }

    @Test
    void isTakenAwayAsATableAWorkbookAndADocument() {
        SurveyView survey = opened(STAFF, 5);
        SurveyStage.answers(visitor, survey.link(), 6, 1, Map.of("q.teaching.plan", "4"));
        closed(survey);
        String path = "/surveys/" + survey.id() + "/result.";

        assertThat(page(running.headTeacher, path + "csv"))
                .contains("Antal som svarade;", "Stämmer helt;6;6;100,0", "För få svar för att visas");
        assertThat(page(running.headTeacher, path + "xlsx")).startsWith("PK");
        assertThat(page(running.headTeacher, path + "pdf")).startsWith("%PDF");
        assertThat(running.asks(running.officer, MockMvcRequestBuilders.get(path + "csv"))
                        .getStatus())
                .isIn(403, 404);
    }

    @Test
    void isMadeOnThePagesWithoutScript() {
        String list = "/surveys";
        assertThat(running.page(running.headTeacher, list)).contains("Gör en enkät");
        assertThat(running.page(running.headTeacher, "/surveys/new"))
                .contains("Personal i grundskola", "Elever, yngre");
        String made = running.sends(
                        running.headTeacher,
                        list,
                        "unit",
                        key(),
                        "set",
                        STAFF,
                        "title",
                        "Vår enkät",
                        "last-day",
                        running.today.plusDays(3).toString(),
                        "threshold",
                        "10",
                        "version",
                        "0")
                .getRedirectedUrl();
        assertThat(made).startsWith("/surveys/");
        assertThat(running.sends(running.headTeacher, list, "unit", key(), "set", "nej", "threshold", "4")
                        .getStatus())
                .isEqualTo(422);
        assertThat(page(running.headTeacher, made + "/questions")).contains("Lägg till en egen fråga");
        assertThat(page(running.headTeacher, made + "/edit")).contains("Vår enkät");
        assertThat(page(running.headTeacher, "/partnerships/" + running.id)).contains("Vår enkät", "Se enkäterna");
        assertThat(page(running.officer, "/partnerships/" + running.id)).doesNotContain("Vår enkät");
    }

    private String key() {
        return stage.behind()
                .sql("select key from organisation.unit where id = ?")
                .param(running.school)
                .query(String.class)
                .single();
    }

    @Test
    void tellsTwoWhoChangeItAtOnceOfOneAnother() {
        SurveyView survey = drawn(STAFF, 10);
        running.does(running.headTeacher, () -> surveys().change(survey.id(), survey.version(), draft(12)));
        assertThat(running.refusal(stage.member, () -> surveys().change(survey.id(), survey.version(), draft(15)))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
    }

    @Test
    void takesARandomCodeThatIsTypedEasily() {
        assertThat(Codes.random()).matches("[a-z2-9]{8}").isNotEqualTo(Codes.random());
        assertThat(QrCode.of("https://samverkan.example/s/" + Codes.random()).svg())
                .contains("<svg", "M4 4h1v1h-1z");
    }

    @Test
    void answersInALanguageThatFallsBackWhereNothingIsTranslated() {
        SurveyView survey = drawn(STAFF, 10);
        Questions questions = running.as(running.headTeacher, () -> surveys().questions(survey));
        List<Question> more = questions.all().stream()
                .map(each -> each.key().equals("own") ? each.saying(each.text().with("so", "Maxaa muhiim ah?")) : each)
                .toList();
        running.does(running.headTeacher, () -> surveys().ask(survey.id(), survey.version(), more));
        running.does(
                running.headTeacher,
                () -> surveys().open(survey.id(), read(survey.id()).version()));

        Answer somali = visitor.get(survey.link() + "?language=so");
        assertThat(somali.body()).contains("Maxaa muhiim ah?", "lang=\"sv\"", "Undervisningen hos oss");
        assertThat(visitor.get(survey.link() + "?language=en").body()).contains("Teaching at our school");
        assertThat(visitor.post(
                                survey.link(),
                                Map.of("form", UUID.randomUUID().toString(), "number", "1", "q.own", "Haa"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void takesBackAQuestionThatIsNotPutAnyMore() {
        SurveyView survey = drawn(STAFF, 10);
        RemovedQuestions removed = running.bean(RemovedQuestions.class);
        List<Question> all = running.as(running.headTeacher, () -> surveys().questions(survey))
                .all();
        Question gone = all.getFirst();
        running.does(running.headTeacher, () -> removed.ask(survey.id(), survey.version(), all.subList(1, all.size())));

        assertThat(page(running.headTeacher, "/surveys/" + survey.id() + "/questions"))
                .contains("Borttagna frågor", gone.text().in("sv").words());
        assertThat(stage.rows(running.otherHeadTeacher, "select whole::text from survey.removed_question"))
                .isEmpty();
        long id = running.as(running.headTeacher, () -> removed.of(read(survey.id())))
                .getFirst()
                .id();
        running.does(running.headTeacher, () -> removed.takeBack(survey.id(), id));

        Questions now = running.as(running.headTeacher, () -> surveys().questions(read(survey.id())));
        assertThat(now.all()).hasSameSizeAs(all);
        assertThat(now.all().getLast().saysTheSameAs(gone)).isTrue();
        assertThat(running.as(running.headTeacher, () -> removed.of(read(survey.id()))))
                .isEmpty();
    }
}
