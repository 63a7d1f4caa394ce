package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.priority.Place;
import se.samverkan.analysis.priority.Priorities;
import se.samverkan.analysis.priority.Priorities.Cell;
import se.samverkan.analysis.priority.Prioritising;
import se.samverkan.partnership.RunningCase;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.RecordRef;
import se.samverkan.testing.SamverkanTest;

/** An analysis is adopted as it is, becomes a document, and is compared with what is written later. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class VersionTests {

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private long id;
    private long problem;
    private long area;

    @BeforeEach
    void anAnalysisInOrder() {
        stage = new AnalysisStage(application);
        id = stage.begun();
        problem = stage.problem(id, "Många når inte målen");
        stage.evidence(id, EvidenceKind.RESULTS, "", "En av fyra når inte E", problem);
        long cause = stage.cause(id, "Vi börjar om varje höst", problem);
        area = stage.area(id, "Överlämning", stage.cause(id, "Ingen lämnar över", cause));
    }

    private void decide() {
        long head = stage.running.headTeacher;
        Priorities priorities = stage.bean(Priorities.class);
        stage.does(head, () -> priorities.begin(id, List.of("Effekt")));
        Prioritising now = stage.as(
                head,
                () -> priorities.newest(stage.bean(Analyses.class).analysis(id)).orElseThrow());
        Map<Cell, Integer> scores = new HashMap<>();
        scores.put(new Cell(area, now.criteria().getFirst().id()), 4);
        stage.does(head, () -> priorities.score(id, scores, true));
        stage.does(head, () -> priorities.close(id));
        stage.does(head, () -> priorities.decide(id, List.of(new Place(area, 1, "Ger mest")), Optional.empty()));
    }

    private MockHttpServletResponse adopt(long person, int last) {
        return stage.sends(
                person,
                "/analyses/" + id + "/versions",
                "version",
                Integer.toString(last),
                "adoption-words",
                "Första året");
    }

    @Test
    void isAdoptedByTheHeadTeacherOnceItsOrderIsDecided() {
        MockHttpServletResponse early = adopt(stage.running.headTeacher, 0);
        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(early)).contains("Områdenas ordning är inte beslutad", "Första året");
        decide();
        assertThat(adopt(stage.member, 0).getStatus()).isEqualTo(403);
        assertThat(adopt(stage.running.headTeacher, 0).getStatus()).isEqualTo(303);
        assertThat(stage.page(stage.member, "/analyses/" + id + "/versions"))
                .contains("Version 1", "Rut Rektor fastställde den", "Första året");
        assertThat(stage.running.told("analysis.adopted", stage.running.organiser))
                .isEqualTo(1);
    }

    @Test
    void isNeverAdoptedOnWhatSomebodyElseHasMadeOfItMeanwhile() {
        decide();
        adopt(stage.running.headTeacher, 0);
        stage.cause(id, "En orsak till", problem);
        MockHttpServletResponse late = adopt(stage.running.headTeacher, 0);
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(RunningCase.text(late)).contains("Någon annan har ändrat det här", "Första året");
        assertThat(stage.running.told("analysis.adopted", stage.running.organiser))
                .isEqualTo(1);
    }

    @Test
    void isNotAdoptedWhileNothingShowsAProblem() {
        decide();
        stage.problem(id, "Ett påstående");
        MockHttpServletResponse refused = adopt(stage.running.headTeacher, 0);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(refused)).contains("Inget underlag visar problemet ”Ett påstående”");
    }

    @Test
    void becomesADocumentOfTheUnit() {
        decide();
        adopt(stage.running.headTeacher, 0);
        List<DocumentView> documents = stage.as(
                stage.running.headTeacher,
                () -> stage.bean(Documents.class).of(new RecordRef("analysis", Long.toString(id))));

        assertThat(documents).hasSize(1);
        assertThat(documents.getFirst().state()).isEqualTo(DocumentView.State.ADOPTED);
        assertThat(documents.getFirst().title()).isEqualTo("Nulägesanalys för Ekskolan");
        stage.cause(id, "En orsak till", problem);
        adopt(stage.running.headTeacher, 1);
        assertThat(stage.as(
                        stage.running.headTeacher,
                        () -> stage.bean(Documents.class).of(new RecordRef("analysis", Long.toString(id)))))
                .hasSize(1)
                .allSatisfy(document -> assertThat(document.number()).isEqualTo(2));
    }

    @Test
    void isComparedWordByWordWithWhatIsWrittenNow() {
        decide();
        adopt(stage.running.headTeacher, 0);
        assertThat(stage.page(stage.member, "/analyses/" + id + "/versions/1/comparison"))
                .contains("Inget har ändrats");
        stage.does(
                stage.member,
                () -> stage.bean(Chains.class)
                        .change(
                                id,
                                problem,
                                0,
                                new PartDraft(PartKind.PROBLEM, "", "", "", "Några når inte målen", "", "")));
        stage.problem(id, "Ett nytt problem");

        assertThat(stage.page(stage.member, "/analyses/" + id + "/versions/1/comparison"))
                .contains("<del>", "Många</del>", "Några</ins>", "Ett nytt problem");
    }

    @Test
    void isNotAdoptedAgainWhileNothingHasChanged() {
        decide();
        adopt(stage.running.headTeacher, 0);

        MockHttpServletResponse second = adopt(stage.running.headTeacher, 1);
        assertThat(second.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(second)).contains("Inget har ändrats sedan analysen fastställdes");
        assertThat(stage.running
                        .cast
                        .behind()
                        .sql("select count(*) from analysis.version where analysis = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void isTakenAwayAsPdfAndWordAsDraftAndAsVersion() {
        decide();
        adopt(stage.running.headTeacher, 0);
        for (String number : List.of("0", "1")) {
            String path = "/analyses/" + id + "/versions/" + number + "/document.";
            assertThat(stage.file(stage.member, path + "pdf")).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
            assertThat(stage.file(stage.member, path + "docx")).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(stage.status(stage.running.officer, "/analyses/" + id + "/versions/1/document.pdf"))
                .isEqualTo(404);
    }

    @Test
    void keepsWhatEvidenceStoodForWhereItWasChosen() {
        long evidence = stage.chain(id).below(problem).getFirst().id();
        stage.running
                .cast
                .behind()
                .sql(
                        "insert into analysis.origin (part, kind, ref, words, address) values (?, 'voice', 'SURVEY-1', ?, '/surveys/1')")
                .params(evidence, "Har ni studiero? Ja 30 %, Nej 70 %.")
                .update();
        decide();
        adopt(stage.running.headTeacher, 0);
        stage.running
                .cast
                .behind()
                .sql("update analysis.origin set words = 'Något annat.' where part = ?")
                .param(evidence)
                .update();

        assertThat(stage.running
                        .cast
                        .behind()
                        .sql("select content::text from analysis.version where analysis = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains("Ja 30 %, Nej 70 %");
        assertThat(text(stage.file(stage.member, "/analyses/" + id + "/versions/1/document.pdf")))
                .contains("Så stod det", "Ja 30 %, Nej 70 %");
    }

    @Test
    void leavesOutWhatMarkedEvidenceStoodFor() {
        long evidence = stage.chain(id).below(problem).getFirst().id();
        stage.running
                .cast
                .behind()
                .sql(
                        "insert into analysis.origin (part, kind, ref, words, address) values (?, 'voice', 'SURVEY-1', ?, '/surveys/1')")
                .params(evidence, "Har ni studiero? Ja 30 %, Nej 70 %.")
                .update();
        stage.running
                .cast
                .behind()
                .sql("""
                        with mark as (
                            insert into records.field_mark (kind, about, field, provision, reason, made_by)
                            values ('analysis-part', ?, 'words', 'OSL 23 kap. 2 §', 'Prov', ?) returning id)
                        insert into records.field_reader select id, ? from mark
                        """)
                .params(evidence, stage.running.headTeacher, stage.running.headTeacher)
                .update();
        decide();
        adopt(stage.running.headTeacher, 0);

        assertThat(stage.running
                        .cast
                        .behind()
                        .sql("select content::text from analysis.version where analysis = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .doesNotContain("Ja 30 %");
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
