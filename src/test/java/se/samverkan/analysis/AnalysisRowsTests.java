package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.discussion.Discussion;
import se.samverkan.discussion.opening.Openings;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** Who sees an analysis, who writes in it, and to whom it is not there: at the doors, on the pages and in the rows. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class AnalysisRowsTests {

    private static final List<String> TABLES =
            List.of("part", "link", "figure", "answer", "kept_text", "opening", "analysis");

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private long id;
    private long problem;

    @BeforeEach
    void anAnalysis() {
        stage = new AnalysisStage(application);
        id = stage.begun();
        problem = stage.problem(id, "Många når inte målen");
        stage.evidence(id, EvidenceKind.VOICE, "PUPILS", "Vi vågar inte fråga", problem);
    }

    @Test
    void isReadByItsUnitAndThoseWhoAnswerForIt() {
        for (long reader : List.of(stage.running.headTeacher, stage.member, stage.running.director, stage.areaHead)) {
            assertThat(stage.page(reader, "/analyses/" + id)).contains("Många når inte målen");
            assertThat(stage.page(reader, "/analyses/" + id + "/parts/" + problem))
                    .contains("Många når inte målen");
        }
    }

    @Test
    void isNotThereForSiblingsTheOtherSideAndOthers() {
        for (long other : List.of(
                stage.running.otherHeadTeacher,
                stage.running.coordinator,
                stage.running.officer,
                stage.facilitator,
                stage.analyst,
                stage.researcher,
                stage.running.stranger)) {
            for (String path : List.of("", "/parts/" + problem, "/guide/analysis", "/removed", "/figures")) {
                assertThat(stage.status(other, "/analyses/" + id + path))
                        .as(path)
                        .isEqualTo(404);
            }
            assertThat(stage.status(other, "/openings/analysis/" + id)).isEqualTo(404);
            assertThat(rows(other)).isZero();
        }
        assertThat(stage.status(stage.staff, "/analyses/" + id)).isEqualTo(403);
        assertThat(rows(stage.staff)).isZero();
    }

    /** How many rows of any table of the room somebody sees. */
    private long rows(long person) {
        return stage.as(
                person,
                () -> stage.bean(TransactionTemplate.class)
                        .execute(status -> TABLES.stream()
                                .mapToLong(table -> stage.bean(JdbcClient.class)
                                        .sql("select count(*) from analysis." + table)
                                        .query(Long.class)
                                        .single())
                                .sum()));
    }

    @Test
    void isWrittenByTheUnitOnly() {
        for (long reader : List.of(stage.running.director, stage.areaHead)) {
            assertThat(stage.sends(
                                    reader,
                                    "/analyses/" + id + "/parts",
                                    "kind",
                                    "PROBLEM",
                                    "version",
                                    "0",
                                    "part-title",
                                    "Mitt")
                            .getStatus())
                    .isEqualTo(403);
            assertThat(stage.sends(reader, "/analyses/" + id + "/parts/" + problem + "/removal")
                            .getStatus())
                    .isEqualTo(403);
            assertThat(stage.page(reader, "/analyses/" + id)).doesNotContain("parts/new", "tree-move");
            assertThat(changed(reader)).isZero();
        }
    }

    /** How many parts somebody can change behind the door. */
    private int changed(long person) {
        return stage.as(
                person,
                () -> stage.bean(TransactionTemplate.class)
                        .execute(status -> stage.bean(JdbcClient.class)
                                .sql("update analysis.part set title = 'Mitt' where id = ?")
                                .param(problem)
                                .update()));
    }

    @Test
    void isReadAndCommentedByThoseItIsOpenedToAndNeverWritten() {
        open(stage.facilitator, stage.researcher);

        assertThat(stage.running
                        .cast
                        .behind()
                        .sql(
                                "select count(*) from notice.outbox o join notice.event e on e.id = o.event where e.kind = 'analysis.opened' and o.person = any (?)")
                        .param(new Long[] {stage.facilitator, stage.researcher})
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        for (long reader : List.of(stage.facilitator, stage.researcher)) {
            assertThat(stage.page(reader, "/analyses/" + id)).contains("Många når inte målen");
            assertThat(stage.sends(
                                    reader,
                                    "/analyses/" + id + "/parts",
                                    "kind",
                                    "PROBLEM",
                                    "version",
                                    "0",
                                    "part-title",
                                    "Mitt")
                            .getStatus())
                    .isEqualTo(403);
            assertThat(changed(reader)).isZero();
        }
        stage.does(
                stage.researcher,
                () -> stage.bean(Discussion.class)
                        .say("analysis", id, "part-" + problem, new FreeText("Har ni frågat de yngre?", "")));
        assertThat(stage.page(stage.member, "/analyses/" + id + "/parts/" + problem))
                .contains("Har ni frågat de yngre?");
        assertThat(stage.page(stage.member, "/analyses/" + id)).contains("En synpunkt väntar");
        assertThat(stage.status(stage.analyst, "/analyses/" + id)).isEqualTo(404);
    }

    private void open(Long... people) {
        stage.does(
                stage.running.headTeacher,
                () -> stage.bean(Openings.class)
                        .open("analysis", id, Set.of(people), LocalDate.now().plusDays(14)));
    }

    @Test
    void closesAgainWhenTheOwnerEndsItAndWhenTheDayHasPassed() {
        open(stage.facilitator, stage.researcher);
        long opening = stage.as(
                stage.running.headTeacher,
                () -> stage.bean(Openings.class).of("analysis", id).stream()
                        .filter(each -> each.person() == stage.facilitator)
                        .findFirst()
                        .orElseThrow()
                        .id());
        stage.does(stage.running.headTeacher, () -> stage.bean(Openings.class).end("analysis", id, opening));
        assertThat(stage.status(stage.facilitator, "/analyses/" + id)).isEqualTo(404);

        stage.running
                .cast
                .behind()
                .sql("update analysis.opening set until = access.today() - 1 where analysis = ?")
                .param(id)
                .update();
        assertThat(stage.status(stage.researcher, "/analyses/" + id)).isEqualTo(404);
    }

    @Test
    void closesWhenSomebodysRoleInTheCaseHasEnded() {
        open(stage.facilitator);
        stage.running
                .cast
                .behind()
                .sql("update access.assignment set valid_to = access.today() - 1 where person = ?")
                .param(stage.facilitator)
                .update();

        assertThat(stage.status(stage.facilitator, "/analyses/" + id)).isEqualTo(403);
    }

    @Test
    void isOpenedByWhoeverDecidesAndToTheOtherSideOnly() {
        assertThat(stage.refusal(
                        stage.member,
                        () -> stage.bean(Openings.class)
                                .open(
                                        "analysis",
                                        id,
                                        Set.of(stage.facilitator),
                                        LocalDate.now().plusDays(14))))
                .isEqualTo("refusal.verb.ADOPT_ANALYSIS");
        assertThat(stage.refusal(
                        stage.running.headTeacher,
                        () -> stage.bean(Openings.class)
                                .open(
                                        "analysis",
                                        id,
                                        Set.of(stage.running.otherHeadTeacher),
                                        LocalDate.now().plusDays(14))))
                .isEqualTo("discussion.opening.refusal.not-supporter");
        assertThat(stage.page(stage.running.headTeacher, "/openings/analysis/" + id))
                .contains("Pia Processtödjare", "Frida Forskare", "Anders Analytiker")
                .doesNotContain("Rolf Rektor");
    }

    @Test
    void isBegunByTheUnitItself() {
        long other = stage.running.otherSchool;
        assertThat(stage.refusal(
                        stage.running.headTeacher,
                        () -> stage.bean(Analyses.class).begin(stage.running.id, other)))
                .isEqualTo("refusal.verb.WRITE_ANALYSIS");
        assertThat(stage.page(stage.running.otherHeadTeacher, "/partnerships/" + stage.running.id + "/analyses"))
                .contains("Börja analysen för Björkskolan")
                .doesNotContain("Börja analysen för Ekskolan", "/analyses/" + id + "\"");
        assertThat(stage.page(stage.running.officer, "/partnerships/" + stage.running.id + "/analyses"))
                .contains("Ingen analys som du kan läsa");
    }

    @Test
    void standsOnTheCasePageOfThoseWhoReadIt() {
        assertThat(stage.running.page(stage.member, ""))
                .contains("Se analyserna", "Nulägesanalysen för Ekskolan: inget visar vad personalen säger")
                .doesNotContain("analysis.");
        assertThat(stage.running.page(stage.running.officer, ""))
                .contains("Ingen analys som du kan läsa")
                .doesNotContain("Nulägesanalysen för");
    }

    @Test
    void canOnlyBeReadOnceTheUnitHasLeft() {
        stage.running
                .cast
                .behind()
                .sql("update partnership.participation set standing = 'LEFT' where partnership = ? and unit = ?")
                .params(stage.running.id, stage.running.school)
                .update();

        assertThat(stage.refusal(stage.member, () -> stage.bean(Analyses.class).toWrite(id)))
                .isEqualTo("analysis.refusal.not-live");
        assertThat(stage.page(stage.member, "/analyses/" + id)).contains("Många når inte målen");
    }
}
