package se.samverkan.records.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import se.samverkan.records.rendition.Block.Figure;
import se.samverkan.records.rendition.Block.Heading;
import se.samverkan.records.rendition.Block.Items;
import se.samverkan.records.rendition.Block.Note;
import se.samverkan.records.rendition.Block.Paragraph;

/** What everyone must be able to read, and the archive to keep. */
class PdfDocumentTests {

    private static byte[] swedish;
    private static byte[] english;

    @BeforeAll
    static void write() {
        swedish = PdfDocument.write(Specimen.swedish());
        english = PdfDocument.write(Specimen.english());
    }

    @Test
    void givesAPdfThatPassesPdfUa() throws Exception {
        PdfJudge.passes(swedish, PDFAFlavour.PDFUA_1);
        PdfJudge.passes(english, PDFAFlavour.PDFUA_1);
    }

    @Test
    void givesAPdfThatPassesPdfA() throws Exception {
        PdfJudge.passes(swedish, PDFAFlavour.PDFA_3_A);
        PdfJudge.passes(english, PDFAFlavour.PDFA_3_A);
    }

    @Test
    void givesTheSameBytesForTheSameDocument() {
        assertThat(PdfDocument.write(Specimen.swedish())).isEqualTo(swedish);
    }

    @Test
    void saysItsLanguageTitleAndMomentToTheReadersProgram() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(english)) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo(Specimen.english().title());
            assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("The Example Agency");
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo("2027-03-12T13:05:42Z");
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), "UTF-8"))
                    .contains("2027-03-12T13:05:42Z");
        }
    }

    @Test
    void isReadAloudInTheOrderItIsWritten() throws Exception {
        List<String> said = ReadAloud.of(PdfDocument.write(Specimen.of(
                new Heading(1, "Skäl"),
                new Paragraph("Först."),
                new Items(List.of("Ett", "Två")),
                new Heading(2, "Siffror"),
                Specimen.schools(2),
                new Figure(Specimen.svg(), "En linje", "Figur 1"),
                new Note("Sist."))));

        assertThat(said.stream().filter(each -> each.contains(" ")))
                .containsSequence(
                        "P Exempelmyndigheten",
                        "H1 Beslut",
                        "H2 Skäl",
                        "P Först.",
                        "LBody Ett",
                        "LBody Två",
                        "H3 Siffror",
                        "Caption Skolor som erbjuds en plats",
                        "TH Skola",
                        "TH Huvudman",
                        "TH Elever",
                        "TH Behov",
                        "TH Åsskolan 1",
                        "TD Sjöstads kommun",
                        "TD 103",
                        "TD 1,01")
                .endsWith("Figure En linje", "P Figur 1", "P Sist.");
    }

    @Test
    void readsTheHeadingsOfALongTableOnceButShowsThemOnEveryPage() throws Exception {
        assertThat(ReadAloud.of(swedish).stream().filter(each -> each.endsWith("Huvudman")))
                .hasSize(2);

        List<String> pages = pages(swedish);
        assertThat(pages).hasSizeGreaterThan(5);
        assertThat(pages.subList(2, pages.size())).allMatch(page -> page.contains("Huvudman"));
    }

    @Test
    void keepsARowOnOnePage() throws Exception {
        List<String> pages = pages(swedish);

        assertThat(pages.getLast()).contains("Åsskolan 200");
        for (int school = 1; school <= 200; school++) {
            String row = "Åsskolan " + school + " ";
            String figure = "1,%02d".formatted(school % 100);
            assertThat(pages.subList(2, pages.size()))
                    .filteredOn(page -> page.contains(row))
                    .allMatch(page -> page.substring(page.indexOf(row)).contains(figure));
        }
    }

    @Test
    void leavesNoPageEmptyBelowOneThatIsJustFull() throws Exception {
        Paragraph fourLines = new Paragraph("Först.\n.\n.\n.");
        for (int rows = 19; rows <= 22; rows++) {
            Block table = Specimen.schools(rows);
            for (byte[] pdf : List.of(
                    PdfDocument.write(Specimen.of(fourLines, table)),
                    PdfDocument.write(Specimen.of(fourLines, table, new Paragraph("Sist."))),
                    PdfDocument.write(Specimen.of(fourLines, table, new Note("Sist."))))) {
                assertThat(pages(pdf)).allMatch(page -> page.contains("Åsskolan") || page.contains("Sist."));
            }
        }
    }

    @Test
    void leavesNoLastRowOfATableAloneOnAPage() throws Exception {
        for (int rows = 20; rows <= 25; rows++) {
            List<String> pages = pages(PdfDocument.write(Specimen.of(Specimen.schools(rows))));
            assertThat(pages).as("%d rows", rows).allMatch(page -> page.split("s kommun|y kommun").length > 2);
        }
    }

    @Test
    void countsItsPagesInItsLanguage() throws Exception {
        assertThat(pages(swedish).get(1))
                .contains("Sida 2 av " + pages(swedish).size())
                .contains("Diarienummer 2027:00123");
        assertThat(pages(english).get(1)).contains("Page 2 of " + pages(english).size());
    }

    @Test
    void hasItsHeadingsAsBookmarks() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(swedish)) {
            List<String> marks = new ArrayList<>();
            for (PDOutlineItem mark :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) {
                marks.add(mark.getTitle());
                mark.children().forEach(under -> marks.add("- " + under.getTitle()));
            }
            assertThat(marks)
                    .containsExactly(
                            "Beslut",
                            "- Skolor som erbjuds en plats",
                            "- Så valdes skolorna",
                            "Skäl för beslutet",
                            "Bilaga: alla skolor som kunde väljas");
        }
    }

    @Test
    void showsMarkupAsItIsWritten() throws Exception {
        byte[] pdf = PdfDocument.write(new Rendition(
                Specimen.swedish().language(),
                "A & B <b>",
                "Titel \"<script>\" & 'mer' ]]> <!--",
                "<p>",
                List.of(new Fact("<td>", "&amp;")),
                List.of(new Heading(1, "<h1>"), new Paragraph("<script>alert(1)</script> &lt; ${x} @if(y)")),
                Specimen.MADE));

        assertThat(String.join("", pages(pdf)).replaceAll("\\s+", " "))
                .contains("A & B <b>", "Titel \"<script>\" & 'mer' ]]> <!--", "<td> &amp;", "<h1>")
                .contains("<script>alert(1)</script> &lt; ${x} @if(y)");
        PdfJudge.passes(pdf, PDFAFlavour.PDFUA_1);
    }

    @Test
    void writesWhatTheFontLacksByItsNumber() throws Exception {
        byte[] pdf = PdfDocument.write(
                Specimen.of(
                        new Heading(1, "Bra 😀 jobbat"),
                        new Paragraph(
                                "①: سلام, mjukt\u00adstreck, noll\u200bbredd, \u202f, e\u0301, Ŋŋ, Ж, familj 👩\u200d👧, \ue000, ﬁ")));

        assertThat(String.join("", pages(pdf)))
                .contains("Bra [U+1F600] jobbat", "1: [U+0633]", "é, Ŋŋ, Ж", "[U+1F469][U+1F467]", "[U+E000]")
                .doesNotContain("\uFFFD");
        PdfJudge.passes(pdf, PDFAFlavour.PDFUA_1);
        PdfJudge.passes(pdf, PDFAFlavour.PDFA_3_A);
    }

    @Test
    void survivesHostileText() throws Exception {
        byte[] pdf = PdfDocument.write(Specimen.of(
                new Heading(1, "\u0000\u0007Rubrik\u001b[31m\r\nfortsätter"),
                new Paragraph("a\ud800b\uffffc\u202eomvänt\u202c\u2028ny rad\ttab" + "x".repeat(5_000))));

        assertThat(String.join("", pages(pdf))).contains("Rubrik[31m fortsätter", "abcomvänt", "ny rad tab");
        PdfJudge.passes(pdf, PDFAFlavour.PDFUA_1);
        PdfJudge.passes(pdf, PDFAFlavour.PDFA_3_A);
    }

    private static List<String> pages(byte[] file) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setSortByPosition(true);
                text.setStartPage(page);
                text.setEndPage(page);
                pages.add(text.getText(pdf));
            }
            return pages;
        }
    }
}
