package se.samverkan.partnership.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;
import se.samverkan.partnership.RunningCase;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.RecordRef;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** The programme's forms in a case: answered by the unit, adopted by its head teacher, read by nobody else before that. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class CaseFormTests {

    private static final Map<String, FreeText> REQUIRED = Map.of(
            "direction", new FreeText("Alla lektioner börjar likadant.", ""),
            "signs", new FreeText("Eleverna tar fram böckerna själva.", ""),
            "differently", new FreeText("Lärarna i åk 7 skriver målet på tavlan.", ""));

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient database;

    @Autowired
    CaseForms forms;

    @Autowired
    FormAdopting adopting;

    private RunningCase running;

    @BeforeEach
    void inThePhaseOfThePlan() {
        running = new RunningCase(application);
        for (String phase : List.of("analysis", "plan")) {
            running.cast
                    .behind()
                    .sql(
                            "insert into partnership.phase_begun (partnership, unit, phase, day, made_by) values (?, ?, ?, ?, ?)")
                    .params(running.id, running.school, phase, running.today.minusDays(30), running.officer)
                    .update();
        }
    }

    private String path(String form) {
        return "/units/" + running.school + "/forms/" + form;
    }

    private CaseForm read(long person) {
        return running.as(person, () -> forms.form(running.id, running.school, "plan"));
    }

    private void answer(Map<String, FreeText> words) {
        running.does(
                running.headTeacher,
                () -> forms.answer(
                        running.id,
                        running.school,
                        "plan",
                        read(running.headTeacher).version(),
                        words));
    }

    private void adopt() {
        int version = read(running.headTeacher).version();
        running.does(running.headTeacher, () -> adopting.adopt(running.id, running.school, "plan", version));
    }

    private int status(long person, String path) {
        return running.asks(person, MockMvcRequestBuilders.get("/partnerships/" + running.id + path))
                .getStatus();
    }

    @Test
    void isReachedFromTheCaseAndAnsweredByTheUnit() {
        assertThat(running.page(running.headTeacher, "")).contains(path("plan"), "Frågor till åtgärdsplanen");
        assertThat(running.page(running.officer, "")).doesNotContain(path("plan"));

        assertThat(running.sends(
                                running.headTeacher,
                                path("plan"),
                                "version",
                                "0",
                                "answer-direction",
                                "Alla lektioner börjar likadant.")
                        .getStatus())
                .isEqualTo(303);

        assertThat(running.page(running.headTeacher, path("plan")))
                .contains("Alla lektioner börjar likadant.", "data-keep", "2 frågor som måste besvaras");
        assertThat(running.page(running.director, path("plan"))).contains("Alla lektioner börjar likadant.");
        assertThat(running.told("partnership.form-answered", running.organiser)).isOne();
    }

    @Test
    void isTheUnitsOwn() {
        answer(REQUIRED);
        for (long other : List.of(running.officer, running.otherHeadTeacher, running.stranger)) {
            assertThat(status(other, path("plan"))).isEqualTo(404);
            assertThat(running.as(
                            other,
                            () -> database.sql("select count(*) from partnership.form_answer")
                                    .query(Long.class)
                                    .single()))
                    .isZero();
        }
        assertThat(inserted(running.otherHeadTeacher)).contains("row-level security");
        assertThat(inserted(running.officer)).contains("row-level security");
    }

    private String inserted(long person) {
        Throwable refused = catchThrowable(() -> running.does(
                person,
                () -> database.sql(
                                "insert into partnership.form_answer (partnership, unit, form, field, words) values (?, ?, 'plan', 'risks', 'x')")
                        .params(running.id, running.school)
                        .update()));
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(refused).getMessage());
    }

    @Test
    void keepsTheAnswersOfTwoWhoAnswerDifferentQuestions() {
        answer(Map.of("risks", new FreeText("Rektorn slutar.", "")));
        assertThat(running.sends(
                                running.headTeacher,
                                path("plan"),
                                "version",
                                "0",
                                "seen-answer-risks",
                                "",
                                "answer-risks",
                                "Pengarna tar slut.")
                        .getStatus())
                .isEqualTo(409);
        assertThat(read(running.headTeacher).answers()).containsEntry("risks", "Rektorn slutar.");
    }

    @Test
    void refusesAdoptionWhileAQuestionThatMustBeAnsweredIsEmpty() {
        answer(Map.of("direction", new FreeText("Framåt.", "")));
        int version = read(running.headTeacher).version();
        assertThat(running.refusal(
                                running.headTeacher, () -> adopting.adopt(running.id, running.school, "plan", version))
                        .reason())
                .isEqualTo("partnership.form.refusal.missing");
    }

    @Test
    void refusesAdoptionOfAnswersThatWereChangedUnseen() {
        answer(REQUIRED);
        assertThat(running.refusal(running.headTeacher, () -> adopting.adopt(running.id, running.school, "plan", 0))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
    }

    @Test
    void becomesADocumentAndIsThenOnlyRead() {
        answer(REQUIRED);
        adopt();

        List<DocumentView> papers = running.as(
                running.headTeacher,
                () -> running.bean(Documents.class).of(new RecordRef("partnership", Long.toString(running.id))));
        assertThat(papers)
                .singleElement()
                .satisfies(paper -> assertThat(paper.isDraft()).isFalse());
        assertThat(running.page(running.headTeacher, path("plan")))
                .contains("/documents/" + papers.getFirst().id(), "Version 1 fastställdes av Rut Rektor")
                .doesNotContain("name=\"answer-direction\"");
        assertThat(running.refusal(
                                running.headTeacher,
                                () -> forms.answer(running.id, running.school, "plan", 4, Map.of()))
                        .reason())
                .isEqualTo("partnership.form.refusal.adopted");
        assertThat(inserted(running.headTeacher)).contains("row-level security");
    }

    @Test
    void isOpenedAgainWithAReasonAndAdoptedAsTheNextVersionOfTheSameDocument() {
        answer(REQUIRED);
        adopt();
        assertThat(running.sends(running.headTeacher, path("plan") + "/reopening", "version", "0", "why", " ")
                        .getStatus())
                .isEqualTo(422);
        running.sends(running.headTeacher, path("plan") + "/reopening", "version", "0", "why", "Ett mål till.");
        answer(Map.of("stop-doing", new FreeText("Vi slutar med läxhjälpen.", "")));
        adopt();

        assertThat(read(running.headTeacher).versions())
                .extracting(FormVersion::number)
                .containsExactly(2, 1);
        assertThat(read(running.headTeacher).versions())
                .extracting(FormVersion::document)
                .allMatch(document -> document.equals(
                        read(running.headTeacher).versions().getFirst().document()));
        assertThat(running.page(running.headTeacher, path("plan"))).contains("Ett mål till.", "Tidigare versioner");
    }

    @Test
    void isTakenAwayAsPdfAndWord() {
        answer(REQUIRED);
        assertThat(running.page(running.headTeacher, path("plan") + "/document.pdf"))
                .startsWith("%PDF");
        assertThat(running.page(running.headTeacher, path("plan") + "/document.docx"))
                .startsWith("PK");
        assertThat(status(running.headTeacher, path("plan") + "/document.txt")).isEqualTo(404);
    }

    @Test
    void leavesTheQuestionsOfTheAnalysisToTheAnalysis() {
        assertThat(running.asks(
                                running.headTeacher,
                                MockMvcRequestBuilders.get("/partnerships/" + running.id + path("analysis")))
                        .getRedirectedUrl())
                .isEqualTo("/partnerships/" + running.id + "/analyses");
    }

    @Test
    void waitsForTheUnitUntilWhatMustBeAnsweredIs() {
        assertThat(waiting(running.headTeacher)).contains(path("plan"));
        assertThat(waiting(running.otherHeadTeacher)).isEmpty();
        answer(REQUIRED);
        assertThat(waiting(running.headTeacher)).isEmpty();
    }

    private String waiting(long person) {
        return running.as(
                person,
                () -> application.getBeanProvider(ToDoSource.class).stream()
                        .flatMap(source -> source.mine().stream())
                        .filter(todo -> todo.key().equals("partnership.form.todo"))
                        .map(ToDo::address)
                        .reduce("", String::concat));
    }

    @Test
    void isNotThereForAFormThatTheProgrammeDoesNotHave() {
        assertThat(status(running.headTeacher, path("nothing"))).isEqualTo(404);
    }
}
