package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.partnership.RunningCase;
import se.samverkan.records.mark.MarkDraft;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Intake;
import se.samverkan.statistics.Intake.Provenance;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject;
import se.samverkan.testing.SamverkanTest;

/** The figures of a unit in one click: as a page, as a document and as slides, with what people write beside them. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class DataPackTests {

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private String address;

    @BeforeEach
    void aSchoolWithFigures() {
        stage = new AnalysisStage(application);
        String school = stage.running
                .cast
                .behind()
                .sql("select key from organisation.unit where id = ?")
                .param(stage.unit)
                .query(String.class)
                .single();
        address = "/partnerships/" + stage.running.id + "/units/" + school + "/pack";
        stage.bean(ActingAs.class)
                .console(() -> stage.bean(TransactionTemplate.class)
                        .execute(status -> stage.bean(Intake.class)
                                .take(
                                        IntStream.range(0, 6).mapToObj(back -> figure(school, back)),
                                        new Provenance(
                                                "test", "SKOLVERKET", LocalDate.of(2026, 10, 1), new byte[32]))));
    }

    private static Observation figure(String school, int back) {
        Figure figure = back == 2 ? new Figure.Masked("..") : new Figure.Exact(60 + back, (60 + back) + ",0");
        return new Observation(
                new Subject.OfUnit(school),
                "gr9-passed-all",
                Breakdown.ALL,
                Period.schoolYear(LocalDate.now().getYear() - 2 - back),
                figure,
                40);
    }

    @Test
    void saysWhatTheFiguresSayAndWhatSmallNumbersCannotCarry() {
        assertThat(stage.page(stage.analyst, address))
                .contains("Datapaket för Ekskolan", "Godkänt i alla ämnen", "<svg", "60,0", "Skriv vid siffran")
                .doesNotContain("analysis.pack");
    }

    @Test
    void isReadByBothSidesAndAnnotatedByTheAnalystAndTheUnit() {
        assertThat(annotate(stage.analyst, "0", "Se på de tre sista åren.").getStatus())
                .isEqualTo(303);
        for (long reader : List.of(stage.member, stage.facilitator, stage.running.officer, stage.running.director)) {
            assertThat(stage.page(reader, address)).contains("Se på de tre sista åren.", "Anders Analytiker");
        }
        assertThat(annotate(stage.running.headTeacher, "1", "Se på alla sex.").getStatus())
                .isEqualTo(303);
        assertThat(annotate(stage.facilitator, "2", "Mitt").getStatus()).isEqualTo(403);
        assertThat(annotate(stage.running.otherHeadTeacher, "2", "Mitt").getStatus())
                .isEqualTo(403);
        assertThat(stage.status(stage.running.stranger, address)).isEqualTo(404);
        assertThat(stage.status(stage.staff, address)).isEqualTo(403);
        assertThat(stage.running.told("analysis.annotated", stage.running.organiser))
                .isEqualTo(2);
    }

    private MockHttpServletResponse annotate(long person, String version, String words) {
        return stage.sends(
                person, address + "/annotations/all", "version", version, "annotation", words, "seen.annotation", "");
    }

    @Test
    void showsBothTextsToTheSecondOfTwoWhoAnnotate() {
        annotate(stage.analyst, "0", "Det ena");
        MockHttpServletResponse stale = annotate(stage.member, "0", "Det andra");

        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(RunningCase.text(stale)).contains("Det ena", "Det andra");
    }

    @Test
    void isTakenAwayAsPdfAndWord() {
        assertThat(file("pdf")).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(file("docx")).startsWith("PK".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(stage.status(stage.analyst, address + "/document.exe")).isEqualTo(404);
    }

    private byte[] file(String format) {
        return stage.file(stage.analyst, address + "/document." + format);
    }

    @Test
    void isShownOnAWallWithATitleAPictureAndASentence() throws IOException {
        annotate(stage.analyst, "0", "Se på de tre sista åren.");
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(file("pptx")))) {
            List<XSLFSlide> slides = show.getSlides();
            assertThat(slides)
                    .hasSizeBetween(4, 16)
                    .allSatisfy(slide -> assertThat(slide.getTitle()).isNotBlank());
            assertThat(slides.getFirst().getTitle()).isEqualTo("Datapaket för Ekskolan");
            assertThat(slides.stream()
                            .flatMap(slide -> slide.getShapes().stream())
                            .filter(XSLFPictureShape.class::isInstance)
                            .map(shape -> ((org.openxmlformats.schemas.presentationml.x2006.main.CTPicture)
                                            ((XSLFPictureShape) shape).getXmlObject())
                                    .getNvPicPr()
                                    .getCNvPr()
                                    .getDescr()))
                    .isNotEmpty()
                    .allSatisfy(alternative -> assertThat(alternative).isNotBlank());
        }
    }

    @Test
    void putsTheUnitsOfTheOrganiserSideBySideAtItsOwnLevel() throws IOException {
        long level = stage.running.cast.unit("Huvudmannanivån", stage.running.organiser);
        stage.running
                .cast
                .behind()
                .sql(
                        "insert into partnership.participation (partnership, unit, level, standing) values (?, ?, 'ORGANISER', 'RUNNING')")
                .params(stage.running.id, level)
                .update();
        stage.running
                .cast
                .behind()
                .sql(
                        "insert into organisation.unit_form (unit, form) select id, 'COMPULSORY' from organisation.unit where organiser = ? and id <> ? on conflict do nothing")
                .params(stage.running.organiser, level)
                .update();
        address = "/partnerships/" + stage.running.id + "/units/" + key(level) + "/pack";
        long began = System.nanoTime();
        assertThat(stage.page(stage.running.director, address))
                .contains("Datapaket för Huvudmannanivån", "Enheterna sida vid sida", "Ekskolan", "60,0")
                .doesNotContain("organiser-reading", "analysis.pack");
        assertThat(file("pdf")).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(file("pptx")))) {
            assertThat(show.getSlides().stream().map(XSLFSlide::getTitle).toList())
                    .contains("Datapaket för Huvudmannanivån")
                    .anyMatch(title -> title.contains("en enhet"));
        }
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - began)).isLessThan(java.time.Duration.ofSeconds(20));
        assertThat(annotate(stage.running.director, "0", "Vad är lika hos alla?")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.status(stage.running.stranger, address)).isEqualTo(404);
    }

    @Test
    void shutsWhatIsMarkedToThoseWhoAreNotNamedAndLeavesItOutOfPapers() {
        annotate(stage.analyst, "0", "Det här rör en enda elev.");
        long annotation = stage.running
                .cast
                .behind()
                .sql("select id from analysis.annotation where partnership = ?")
                .param(stage.running.id)
                .query(Long.class)
                .single();
        assertThat(stage.page(stage.analyst, address)).contains("/marks/data-pack-annotation/" + annotation);

        stage.does(
                stage.analyst,
                () -> stage.bean(Marks.class)
                        .mark(
                                "data-pack-annotation",
                                annotation,
                                new MarkDraft(
                                        "OSL 23 kap. 2 §",
                                        new FreeText("En elev kan kännas igen", ""),
                                        Optional.empty(),
                                        List.of())));

        assertThat(stage.page(stage.analyst, address)).contains("Det här rör en enda elev.");
        assertThat(stage.page(stage.running.headTeacher, address))
                .contains("OSL 23 kap. 2 §", "En elev kan kännas igen")
                .doesNotContain("Det här rör en enda elev.");
        assertThat(annotate(stage.running.headTeacher, "1", "Skriver över").getStatus())
                .isEqualTo(403);
        assertThat(wordDocument()).doesNotContain("en enda elev").contains("Sekretessmarkerad enligt OSL 23 kap. 2 §");
    }

    private String wordDocument() {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file("docx")));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
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
}
