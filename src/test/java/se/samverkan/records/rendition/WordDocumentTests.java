package se.samverkan.records.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import se.samverkan.records.rendition.Block.Heading;
import se.samverkan.records.rendition.Block.Paragraph;

/** What Word and LibreOffice must know as headings, tables and figures; read by a library that did not write it. */
class WordDocumentTests {

    private static byte[] swedish;
    private static Map<String, byte[]> parts;

    @BeforeAll
    static void write() throws Exception {
        swedish = WordDocument.write(Specimen.swedish());
        parts = unzip(swedish);
    }

    @Test
    void followsTheSchemasOfOfficeOpenXml() throws Exception {
        for (Rendition document : List.of(Specimen.swedish(), Specimen.english())) {
            byte[] file = WordDocument.write(document);
            Map<String, byte[]> unzipped = unzip(file);
            try (XWPFDocument word = read(file)) {
                follows(word.getDocument());
            }
            follows(StylesDocument.Factory.parse(stream(unzipped, "word/styles.xml")));
            follows(NumberingDocument.Factory.parse(stream(unzipped, "word/numbering.xml")));
            follows(SettingsDocument.Factory.parse(stream(unzipped, "word/settings.xml")));
            follows(HdrDocument.Factory.parse(stream(unzipped, "word/header1.xml")));
            follows(FtrDocument.Factory.parse(stream(unzipped, "word/footer1.xml")));
        }
    }

    @Test
    void isReadBackInTheOrderItIsWritten() throws Exception {
        try (XWPFDocument word = read(swedish)) {
            List<String> said = word.getParagraphs().stream()
                    .map(each -> each.getStyle() + " " + each.getText())
                    .filter(each -> !each.startsWith("Normal") && !each.startsWith("null"))
                    .toList();
            assertThat(said)
                    .startsWith(
                            "Organisation Exempelmyndigheten",
                            "Title " + Specimen.swedish().title())
                    .containsSequence(
                            "Facts Diarienummer\t2027:00123",
                            "Facts Datum\t12 mars 2027",
                            "Facts Beslutsfattare\tÅsa Öberg, enhetschef",
                            "Facts Föredragande\tErik Ängström",
                            "Heading1 Beslut",
                            "ListBullet Huvudmannen får erbjudandet samma dag som beslutet fattas.")
                    .containsSequence(
                            "Heading2 Skolor som erbjuds en plats",
                            "Caption Skolor som erbjuds en plats",
                            "Heading2 Så valdes skolorna")
                    .contains("Heading3 Underlaget");
        }
    }

    @Test
    void repeatsTheHeadingsOfTablesAndKeepsRowsWhole() throws Exception {
        try (XWPFDocument word = read(swedish)) {
            assertThat(word.getTables()).hasSize(2);
            for (XWPFTable table : word.getTables()) {
                assertThat(table.getRow(0).isRepeatHeader()).isTrue();
                assertThat(table.getRow(1).isRepeatHeader()).isFalse();
                assertThat(table.getRows()).allMatch(row -> row.isCantSplitRow());
                assertThat(table.getCTTbl().getTblPr().getTblCaption().getVal()).startsWith("Skolor");
            }
            assertThat(word.getTables().get(1).getRow(200).getCell(0).getText()).isEqualTo("Åsskolan 200");
        }
    }

    @Test
    void keepsTheLastRowOfATableWithTheOneBefore() throws Exception {
        try (XWPFDocument word = read(swedish)) {
            XWPFTable table = word.getTables().getLast();
            assertThat(table.getRow(199).getTableCells())
                    .hasSize(4)
                    .allMatch(cell -> cell.getParagraphArray(0).isKeepNext());
            assertThat(table.getRow(198).getTableCells())
                    .noneMatch(cell -> cell.getParagraphArray(0).isKeepNext());
        }
        try (XWPFDocument word = read(WordDocument.write(Specimen.of(Specimen.schools(1))))) {
            follows(word.getDocument());
        }
    }

    @Test
    void saysItsLanguageTitleAndOrganisation() throws Exception {
        try (XWPFDocument word = read(WordDocument.write(Specimen.english()))) {
            var properties = word.getProperties().getCoreProperties();
            assertThat(properties.getTitle()).isEqualTo(Specimen.english().title());
            assertThat(properties.getCreator()).isEqualTo("The Example Agency");
            assertThat(properties.getUnderlyingProperties().getLanguageProperty())
                    .contains("en-GB");
            assertThat(properties.getCreated().toInstant()).isEqualTo("2027-03-12T13:05:42Z");
        }
        assertThat(text("word/styles.xml")).contains("<w:lang w:val=\"sv-SE\"").doesNotContain("{language}");
        assertThat(text("word/settings.xml")).contains("<w:themeFontLang w:val=\"sv-SE\"/>");
    }

    @Test
    void tellsWhatAFigureShows() throws Exception {
        assertThat(text("word/document.xml"))
                .contains("descr=\"Två linjer över tio år. Skolan ligger under liknande skolor hela tiden.\"");
        var picture = ImageIO.read(stream(parts, "word/media/image1.png"));
        assertThat(picture.getWidth()).isBetween(675, 685);
        assertThat(picture.getHeight()).isBetween(347, 357);
    }

    @Test
    void countsItsPagesByFieldsInItsLanguage() throws Exception {
        for (String part : List.of("word/footer1.xml", "word/footer2.xml")) {
            assertThat(text(part))
                    .contains("Diarienummer 2027:00123", ">Sida </w:t>", "w:instr=\" PAGE \"", "> av </w:t>")
                    .contains("w:instr=\" NUMPAGES \"");
        }
    }

    @Test
    void keepsEverySignAndShowsMarkupAsItIsWritten() throws Exception {
        byte[] file = WordDocument.write(Specimen.of(
                new Heading(1, "Bra 😀 & <b>\"fett\"</b>"),
                new Paragraph("<script>alert(1)</script>\nسلام ${x}\u0000\u000b ]]>")));

        try (XWPFDocument word = read(file)) {
            follows(word.getDocument());
            assertThat(word.getParagraphs().stream().map(XWPFParagraph::getText))
                    .contains("Bra 😀 & <b>\"fett\"</b>", "<script>alert(1)</script>\nسلام ${x} ]]>");
        }
    }

    @Test
    void givesTheSameBytesForTheSameDocument() {
        assertThat(WordDocument.write(Specimen.swedish())).isEqualTo(swedish);
    }

    private static void follows(XmlObject part) {
        List<XmlError> faults = new ArrayList<>();
        part.validate(new XmlOptions().setErrorListener(faults));
        assertThat(faults).isEmpty();
    }

    private static XWPFDocument read(byte[] file) throws Exception {
        return new XWPFDocument(new ByteArrayInputStream(file));
    }

    private static String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream stream(Map<String, byte[]> unzipped, String part) {
        return new ByteArrayInputStream(unzipped.get(part));
    }

    private static Map<String, byte[]> unzip(byte[] file) throws Exception {
        Map<String, byte[]> unzipped = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unzipped.put(entry.getName(), zip.readAllBytes());
            }
        }
        return unzipped;
    }
}
