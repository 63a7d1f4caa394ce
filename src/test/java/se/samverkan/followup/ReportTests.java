package se.samverkan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import se.samverkan.partnership.ClosingCondition;
import se.samverkan.partnership.ClosingCondition.Outcome;
import se.samverkan.partnership.ClosingCondition.Remains;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.RunningCase;
import se.samverkan.records.document.DocumentReading;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.Receipting;
import se.samverkan.records.rendition.PdfJudge;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** A report is drafted from the checkpoints, adopted by two, handed in once, and opened again when more is asked for. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=followup")
class ReportTests {

    @Autowired
    WebApplicationContext application;

    private FollowUpStage stage;

    @BeforeEach
    void aCheckpointBehindIt() {
        stage = new FollowUpStage(application);
        stage.writes(
                stage.plan.member,
                0,
                "sign-" + stage.sign,
                "OFTEN",
                "sign-words-" + stage.sign,
                "I alla klasser",
                "sign-" + stage.otherSign,
                "NOT_YET",
                "intervention-" + stage.intervention,
                "DELAYED",
                "intervention-words-" + stage.intervention,
                "Ingen vikarie");
        stage.decides(stage.plan.head, 2, "closing", "");
    }

    private String begun(String kind) {
        MockHttpServletResponse begun = stage.sends(stage.plan.member, stage.address() + "/reports", "kind", kind);
        assertThat(begun.getStatus()).isIn(302, 303);
        return begun.getHeader("Location").replaceFirst("^.*(/follow-up-reports/\\d+)$", "$1");
    }

    private MockHttpServletResponse does(long person, String report, String deed, int version, String... more) {
        String[] fields = java.util.Arrays.copyOf(more, more.length + 2);
        fields[more.length] = "version";
        fields[more.length + 1] = Integer.toString(version);
        return stage.sends(person, report + deed, fields);
    }

    private String handedIn() {
        String report = begun("INTERIM");
        does(stage.plan.head, report, "/adoption", 1);
        does(stage.plan.director, report, "/decision", 2, "holds", "yes");
        assertThat(does(stage.plan.head, report, "/handing-in", 3, "report-words", "Varsågoda")
                        .getStatus())
                .isEqualTo(303);
        return report;
    }

    private long document(String report) {
        return stage.count(
                "select document from followup.report where id = " + report.replace("/follow-up-reports/", ""));
    }

    @Test
    void isFilledInFromThePlanAndItsCheckpoints() {
        String report = begun("INTERIM");
        assertThat(begun("INTERIM")).isEqualTo(report);
        assertThat(stage.page(stage.plan.member, report))
                .contains(
                        "Eleverna berättar vad de kan: ofta",
                        "I alla klasser",
                        "Lärarna läser vårens arbeten: inte än",
                        "Insats 1 är försenad: Ingen vikarie",
                        "Ingen börjar om: Det finns inga värden än.",
                        "Ingen lämnar över");
    }

    /** What the unit wrote itself in the interim reports, and both have adopted, stands in the final one with its term. */
    @Test
    void isFilledInFromTheInterimOnesWhenItIsTheFinalOne() {
        String interim = begun("INTERIM");
        String area = Long.toString(stage.plan.area().id());
        does(
                stage.plan.member,
                interim,
                "",
                1,
                "improvements-" + area,
                "Eleverna berättar hemma om vad de kan",
                "effects-" + area,
                "Färre börjar om");
        does(stage.plan.head, interim, "/adoption", 2);
        does(stage.plan.director, interim, "/decision", 3, "holds", "yes");
        assertThat(written(begun("FINAL")))
                .contains(
                        "Så är det nu:",
                        "Eleverna berättar vad de kan: ofta",
                        "I delredovisningen ",
                        "Eleverna berättar hemma om vad de kan",
                        "Färre börjar om");
    }

    /** What the report itself says; its log below tells of other reports too. */
    private String written(String report) {
        String page = stage.page(stage.plan.member, report);
        return page.substring(0, page.indexOf("id=\"comments\""));
    }

    @Test
    void takesNothingIntoTheFinalOneFromAnInterimOneThatNobodyHasAdopted() {
        String interim = begun("INTERIM");
        does(
                stage.plan.member,
                interim,
                "",
                1,
                "improvements-" + stage.plan.area().id(),
                "Ett utkast bara");
        assertThat(written(begun("FINAL")))
                .contains("Eleverna berättar vad de kan: ofta")
                .doesNotContain("Ett utkast bara", "Så är det nu:");
    }

    @Test
    void isWrittenUntilItIsAdopted() {
        String report = begun("INTERIM");
        String field = "effects-" + stage.plan.area().id();
        assertThat(does(stage.plan.member, report, "", 1, field, "Färre börjar om")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.plan.head, report)).contains("Färre börjar om");
        assertThat(does(stage.plan.member, report, "/adoption", 2).getStatus()).isEqualTo(403);
    }

    @Test
    void isAdoptedByTheUnitAndThenByTheOrganiser() {
        String report = begun("INTERIM");
        assertThat(does(stage.plan.head, report, "/adoption", 1).getStatus()).isEqualTo(303);
        assertThat(does(stage.plan.head, report, "/decision", 2, "holds", "yes").getStatus())
                .isEqualTo(403);
        MockHttpServletResponse late = does(
                stage.plan.member, report, "", 2, "effects-" + stage.plan.area().id(), "Nytt");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(late)).contains("Redovisningen är fastställd");
        assertThat(does(stage.plan.director, report, "/decision", 2, "holds", "no")
                        .getStatus())
                .isEqualTo(422);
        assertThat(does(
                                stage.plan.director,
                                report,
                                "/decision",
                                2,
                                "holds",
                                "no",
                                "report-words",
                                "Säg mer om frånvaron")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.plan.head, report)).contains("Säg mer om frånvaron", "utkast");
        does(stage.plan.head, report, "/adoption", 3);
        assertThat(does(stage.plan.director, report, "/decision", 4, "holds", "yes")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.plan.head, report)).contains("fastställd av enheten och huvudmannen");
    }

    @Test
    void isHandedInOnceAndBecomesADocumentOfTheOther() {
        String report = handedIn();
        assertThat(stage.page(stage.plan.head, report)).contains("lämnad", "Varsågoda");
        long document = document(report);
        assertThat(stage.people.status(stage.people.running.officer, "/documents/" + document))
                .isEqualTo(200);
        assertThat(stage.people.status(stage.people.running.officer, report)).isEqualTo(404);
        MockHttpServletResponse again = does(stage.plan.head, report, "/handing-in", 4);
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(again)).contains("Redovisningen är redan lämnad");
        assertThat(stage.count("select count(*) from records.share where document = " + document))
                .isEqualTo(1);
        assertThat(stage.people.running.told("followup.report-handed-in", stage.people.running.organiser))
                .isEqualTo(1);
    }

    /** Nobody has to remember them: they are listed as they are, and stand as they were once the organiser has adopted the report. */
    @Test
    void listsByItselfWhatDeviatesFromTheAgreement() {
        deviates("Handledningen blir halverad");
        String report = begun("INTERIM");
        assertThat(stage.page(stage.plan.director, report))
                .contains("Avvikelser från överenskommelsen", "Handledningen blir halverad", "väntar på svar");
        does(stage.plan.head, report, "/adoption", 1);
        assertThat(stage.page(stage.plan.director, report)).contains("Handledningen blir halverad");
        does(stage.plan.director, report, "/decision", 2, "holds", "yes");
        deviates("Ytterligare något");
        assertThat(stage.page(stage.plan.head, report))
                .contains("Handledningen blir halverad")
                .doesNotContain("Ytterligare något");
    }

    private void deviates(String what) {
        stage.people
                .running
                .cast
                .behind()
                .sql("""
                        insert into agreement.deviation (partnership, owner_organisation, organiser, against, party, from_day,
                            what, why, made_by)
                        values (?, ?, ?, 'AGREEMENT', 'ORGANISER', access.today(), ?, 'Ingen vikarie', ?)
                        """)
                .params(
                        stage.people.running.id,
                        stage.people.running.organiser,
                        stage.people.running.organiser,
                        what,
                        stage.plan.director)
                .update();
    }

    @Test
    void isOpenedAgainWhenMoreIsAskedForAndHandedInAnew() {
        String report = handedIn();
        long document = document(report);
        long officer = stage.people.running.officer;
        long share = stage.count("select max(id) from records.share where document = " + document);
        stage.people.does(
                officer,
                () -> stage.people
                        .bean(Receipting.class)
                        .askCompletion(
                                document,
                                share,
                                stage.people.running.agency,
                                new FreeText("Hur gick det i sjuan?", "")));
        assertThat(stage.page(stage.plan.head, report)).contains("begärde komplettering", "Hur gick det i sjuan?");
        assertThat(does(stage.plan.head, report, "/reopening", 4, "report-words", "Vi lägger till sjuan")
                        .getStatus())
                .isEqualTo(303);
        MockHttpServletResponse written = does(
                stage.plan.member,
                report,
                "",
                5,
                "effects-" + stage.plan.area().id(),
                "Sjuan också",
                "improvements-" + stage.plan.area().id(),
                "Fler berättar vad de kan");
        assertThat(written.getStatus()).as(RunningCase.text(written)).isEqualTo(303);
        MockHttpServletResponse adopted = does(stage.plan.head, report, "/adoption", 6);
        assertThat(adopted.getStatus()).as(RunningCase.text(adopted)).isEqualTo(303);
        does(stage.plan.director, report, "/decision", 7, "holds", "yes");
        MockHttpServletResponse again = does(stage.plan.head, report, "/handing-in", 8);
        assertThat(again.getStatus()).as(RunningCase.text(again)).isEqualTo(303);
        assertThat(document(report)).isEqualTo(document);
        assertThat(stage.count("select count(*) from records.share where document = " + document))
                .isEqualTo(2);
        long second = stage.count("select max(id) from records.share where document = " + document);
        stage.people.does(
                officer,
                () -> stage.people
                        .bean(Receipting.class)
                        .receipt(document, second, stage.people.running.agency, FreeText.NONE));
        assertThat(stage.page(stage.plan.head, report)).contains("kvitterade redovisningen");
        assertThat(stage.people.as(
                        stage.plan.head,
                        () -> stage.people.bean(Documents.class).find(document)))
                .isPresent();
        assertThat(stage.people.as(
                        stage.plan.head,
                        () -> stage.people.bean(DocumentReading.class).shares(document)))
                .hasSize(2);
    }

    @Test
    void comesAsPdfWordAndFigures() {
        stage.sends(
                stage.plan.member,
                stage.address() + "/goals/" + stage.goal + "/figures",
                "counted-on",
                "2026-09-01",
                "value",
                "4",
                "figure-words",
                "");
        String report = begun("INTERIM");
        assertThat(stage.people.file(stage.plan.member, report + "/report.pdf"))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(stage.people.file(stage.plan.member, report + "/report.docx"))
                .isNotEmpty();
        assertThat(stage.people.file(stage.plan.member, report + "/report.xlsx"))
                .isNotEmpty();
        assertThat(new String(stage.people.file(stage.plan.member, report + "/report.csv"), StandardCharsets.UTF_8))
                .contains("Ingen börjar om;Klasser som fortsätter där de slutade;2026-09-01;4");
    }

    @Test
    void showsItsRunChartsInADocumentThatEverybodyCanRead() throws Exception {
        for (String day : new String[] {"2026-09-01", "2026-10-01", "2026-11-01"}) {
            stage.sends(
                    stage.plan.member,
                    stage.address() + "/goals/" + stage.goal + "/figures",
                    "counted-on",
                    day,
                    "value",
                    "4");
        }
        stage.sends(
                stage.plan.member,
                stage.address() + "/goals/" + stage.goal + "/points",
                "point",
                "2026-10-01",
                "point-words",
                "Halva klassen var sjuk");
        byte[] pdf = stage.people.file(stage.plan.member, begun("INTERIM") + "/report.pdf");
        PdfJudge.passes(pdf, PDFAFlavour.PDFUA_1);
        PdfJudge.passes(pdf, PDFAFlavour.PDFA_3_A);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Löpdiagram för målet Ingen börjar om");
        }
    }

    @Test
    void remainsBeforeTheEndUntilTheFinalOneIsAdopted() {
        assertThat(remains(stage.people.running.officer)).contains("followup.closing.not-begun");
        String report = begun("FINAL");
        assertThat(begun("FINAL")).isEqualTo(report);
        assertThat(remains(stage.people.running.officer)).contains("followup.closing.not-adopted");
        does(stage.plan.head, report, "/adoption", 1);
        does(stage.plan.director, report, "/decision", 2, "holds", "yes");
        assertThat(remains(stage.people.running.officer))
                .containsOnly("followup.closing.not-begun")
                .hasSize(1);
    }

    private java.util.List<String> remains(long person) {
        return stage.people.as(
                person,
                () -> application.getBeansOfType(ClosingCondition.class).values().stream()
                        .filter(each -> each.condition().equals("final-reports-adopted"))
                        .flatMap(each -> each
                                .of(stage.people
                                        .bean(Partnerships.class)
                                        .find(stage.people.running.id)
                                        .orElseThrow())
                                .map(Outcome::remains)
                                .stream()
                                .flatMap(java.util.List::stream))
                        .map(Remains::key)
                        .toList());
    }
}
