package se.samverkan.statistics.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samverkan.shared.Progress.Watcher.NOBODY;
import static se.samverkan.statistics.imports.InventedFiles.school;
import static se.samverkan.statistics.imports.InventedFiles.utf8;
import static se.samverkan.statistics.imports.InventedFiles.workbook;
import static se.samverkan.statistics.imports.InventedFiles.year9;
import static se.samverkan.statistics.imports.InventedFiles.year9In;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import se.samverkan.access.ActingAs;
import se.samverkan.organisation.Directory;
import se.samverkan.statistics.Imports;
import se.samverkan.statistics.Receipt;
import se.samverkan.statistics.Receipt.Line;
import se.samverkan.statistics.Receipt.Outcome;
import se.samverkan.testing.SamverkanTest;

/** Whatever the file: a receipt that says what was understood and what is wrong; all of it comes in or nothing. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=file-imports")
class FileImportsTests {

    private static int next = 30000000;

    @Autowired
    Imports imports;

    @Autowired
    ActingAs acting;

    @Autowired
    JdbcClient database;

    @Autowired
    Directory directory;

    private int school;

    @BeforeEach
    void aSchoolOfItsOwn() {
        school = next += 10;
    }

    @Test
    void takesInAnExportAndMakesItsSchoolsKnown() {
        Receipt receipt = take(utf8(year9(school(school, "45;73,4;~100;221,5"), school(school + 1, "..;.;..;.."))));

        assertThat(receipt.outcome()).isEqualTo(Outcome.DONE);
        assertThat(receipt.understood())
                .containsEntry("layout", "year-9-export")
                .containsEntry("period", "2024/25")
                .containsEntry("encoding", "UTF_8")
                .containsEntry("separator", "SEMICOLON");
        assertThat(receipt.count("added")).isEqualTo(8);
        assertThat(receipt.count("units")).isEqualTo(2);
        assertThat(directory.unit(Integer.toString(school))).hasValueSatisfying(unit -> {
            assertThat(unit.name()).isEqualTo("Påhittade skolan " + school);
            assertThat(unit.organiser().name()).isEqualTo("Uddköpings kommun");
            assertThat(unit.source()).isEqualTo("EXPORT");
        });
        assertThat(tokens(school)).containsExactly("221,5", "45", "73,4", "~100");
        assertThat(tokens(school + 1)).containsExactly(".", "..", "..", "..");
    }

    @Test
    void keepsThePublishedCohortBesideTheShares() {
        take(utf8(year9(school(school, "45;73,4;~100;221,5"))));

        assertThat(database.sql("""
                        select o.n from statistics.observation o join statistics.subject s on s.id = o.subject
                        join organisation.unit u on u.id = s.unit join statistics.indicator i on i.id = o.indicator
                        where u.key = ? and i.code = 'gr9-passed-all'
                        """)
                        .param(Integer.toString(school))
                        .query(Integer.class)
                        .single())
                .isEqualTo(45);
    }

    @Test
    void aDryRunTellsWhatWillHappenAndChangesNothing() {
        byte[] file = utf8(year9(school(school, "45;73,4;90;221,5")));

        Receipt tried = as(() -> imports.tryOut(new ByteArrayInputStream(file), "fil.csv", NOBODY));

        assertThat(tried.outcome()).isEqualTo(Outcome.WOULD_DO);
        assertThat(tried.count("added")).isEqualTo(4);
        assertThat(directory.unit(Integer.toString(school))).isEmpty();
        assertThat(tokens(school)).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        byte[] file = utf8(year9(school(school, "45;73,4;92;221,5")));
        take(file);

        assertThat(take(file).outcome()).isEqualTo(Outcome.KNOWN_ALREADY);
        assertThat(as(() -> imports.tryOut(new ByteArrayInputStream(file), "annat namn.csv", NOBODY))
                        .outcome())
                .isEqualTo(Outcome.KNOWN_ALREADY);
    }

    @Test
    void aCorrectedFileRevisesAndDeletesNothing() {
        take(utf8(year9(school(school, "45;73,4;92;221,5"), school(school + 1, "30;80;90;230"))));

        Receipt receipt = take(utf8(year9(school(school, "45;74,0;92;221,5"))));

        assertThat(receipt.count("revised")).isEqualTo(1);
        assertThat(receipt.count("unchanged")).isEqualTo(3);
        assertThat(tokens(school + 1)).hasSize(4);
    }

    @Test
    void namesRowColumnValueAndRuleOfEveryError() {
        Receipt receipt = take(utf8(year9(school(school, "45;abc;92;221,5"), school(school + 1, "30;80;190;230"))));

        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.lines())
                .extracting(Line::row, Line::field, Line::value, Line::rule)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                7,
                                "Andel (%) elever som uppfyllt betygskriterierna i alla ämnen",
                                "abc",
                                "not-a-figure"),
                        org.assertj.core.groups.Tuple.tuple(
                                8, "Andel (%) elever behöriga till yrkesprog.", "190", "out-of-bounds"));
        assertThat(directory.unit(Integer.toString(school))).isEmpty();
    }

    @Test
    void givesTheFileBackWithWhatIsWrongInAColumnOfItsOwn() {
        Receipt receipt = take(utf8(year9(school(school, "45;abc;92;221,5"))));

        String copy = new String(as(() -> imports.annotated(receipt.id())), StandardCharsets.UTF_8);

        assertThat(copy)
                .startsWith("\ufeff")
                .contains(";Påhittade skolan " + school)
                .contains("varken ett tal");
    }

    @Test
    void refusesABareCodeThatNobodyKnowsAndTakesOneThatIsKnown() {
        String bare = ";%d;;;;;;45;70;90;220";
        assertThat(rules(take(utf8(year9(bare.formatted(school)))))).containsExactly("unknown-unit");

        take(utf8(year9(school(school, "45;73,4;92;221,5"))));

        assertThat(take(utf8(year9(bare.formatted(school)))).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void refusesTheSameSchoolTwice() {
        Receipt receipt = take(utf8(year9(school(school, "45;73,4;92;221,5"), school(school, "45;73,4;92;221,5"))));

        assertThat(rules(receipt)).containsExactly("duplicate");
        assertThat(receipt.lines().getFirst().details()).containsExactly(7);
    }

    @Test
    void refusesAFileWithTwoPeriods() {
        String twice =
                year9(school(school, "45;73,4;92;221,5")) + year9In("2023/24", school(school + 1, "45;73,4;92;221,5"));

        assertThat(rules(take(utf8(twice)))).contains("two-periods");
        assertThat(rules(take(utf8(year9In("2023/24, 2024/25", school(school, "45;73,4;92;221,5"))))))
                .containsExactly("two-periods");
        assertThat(rules(take(utf8(year9In("", school(school, "45;73,4;92;221,5"))))))
                .containsExactly("no-period");
    }

    @Test
    void refusesAFileThatLacksAColumnAndSaysWhich() {
        String lacking = year9(school(school, "45;73,4;92")).replace(";Genomsnittligt meritvärde (17 ämnen)", "");

        Receipt receipt = take(utf8(lacking));

        assertThat(rules(receipt)).containsExactly("missing-column");
        assertThat(receipt.lines().getFirst().details()).containsExactly("genomsnittligt meritvärde (17 ämnen)");
    }

    @Test
    void refusesAnEmptyTable() {
        assertThat(rules(take(utf8(year9())))).containsExactly("empty-table");
    }

    @Test
    void refusesACutFile() {
        assertThat(rules(take(utf8(
                        InventedFiles.year9().split("\n;;;;;;;;;;\nAntal")[0] + "\n" + school(school, "45;73,4")))))
                .containsOnly("short-row");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><html>|web-page",
                "%PDF-1.7|other-kind",
                "{\"a\": 1}|other-kind",
                "a;b;c|unrecognised",
                "bara text utan tabell|not-a-table"
            })
    void refusesAnotherKindOfFileUnderTheRightName(String content, String rule) {
        assertThat(rules(take(utf8(content)))).containsExactly(rule);
    }

    @Test
    void refusesAnEmptyFileAndAnOldWorkbookAndBytesThatAreNoText() {
        assertThat(rules(take(new byte[0]))).containsExactly("empty-file");
        assertThat(rules(take(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2})))
                .containsExactly("old-excel");
        assertThat(rules(take(new byte[] {'a', ';', 'b', 0, 0, 1}))).containsExactly("not-a-table");
    }

    @Test
    void refusesATooLargeFileWithoutKeepingIt() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                return length;
            }
        };

        Receipt receipt = as(() -> imports.take(endless, "stor.csv", NOBODY));

        assertThat(rules(receipt)).containsExactly("too-large");
    }

    @Test
    void refusesAZipBomb() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(nothing);
            }
        }

        assertThat(rules(take(bomb.toByteArray()))).containsExactly("zip-bomb");
    }

    @Test
    void refusesACutWorkbook() {
        byte[] whole = workbook(year9(school(school, "45;73,4;92;221,5")));

        assertThat(rules(take(java.util.Arrays.copyOf(whole, whole.length / 2))))
                .containsExactly("broken-workbook");
    }

    @Test
    void readsAWorkbookLikeTheTextFile() {
        Receipt receipt = take(workbook(year9(school(school, "45;73,4;~100;221,5"), school(school + 1, "..;.;..;.."))));

        assertThat(receipt.outcome()).as("%s", receipt.lines()).isEqualTo(Outcome.DONE);
        assertThat(receipt.understood()).containsEntry("format", "XLSX").containsEntry("sheet", "Tabell");
        assertThat(tokens(school)).containsExactly("221,5", "45", "73,4", "~100");
    }

    @Test
    void neverWorksOutAFormula() {
        assertThat(rules(take(workbook(year9(school(school, "45;=30+43;92;221,5"))))))
                .containsExactly("formula");
        assertThat(rules(take(utf8(year9(school(school, "45;=30+43;92;221,5"))))))
                .containsExactly("formula");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "UTF-16LE"})
    void readsTheFileHoweverItsLettersAreWritten(String charset) {
        String mark = charset.startsWith("UTF-16") ? "\ufeff" : "";
        byte[] file = (mark + year9(school(school, "45;73,4;93;221,5"))).getBytes(Charset.forName(charset));

        assertThat(take(file).outcome()).isEqualTo(Outcome.DONE);
        assertThat(directory
                        .unit(Integer.toString(school))
                        .orElseThrow()
                        .organiser()
                        .name())
                .isEqualTo("Uddköpings kommun");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", ","})
    void readsTheFileWhateverStandsBetweenItsCells(String separator) {
        String table = year9(school(school, "45;\"73,4\";93;\"1 021,5\""))
                .replace(";\"1 021,5\"", ";\"221,5\"")
                .replace("årskurs 9, samtliga", "årskurs 9 samtliga")
                .replace(";", separator);

        assertThat(take(utf8(table.replace("\n", "\r\n"))).outcome()).isEqualTo(Outcome.DONE);
        assertThat(tokens(school)).contains("73,4", "221,5");
    }

    @Test
    void readsALineBreakWithinQuotes() {
        String table = year9(school(school, "45;73,4;93;221,5"))
                .replace("Påhittade skolan " + school, "\"Påhittade\r\nskolan\"");

        assertThat(take(utf8(table)).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void readsTheStaffExportWithItsTwoLinesOfHeadings() {
        String table = "Grundskola - Personalstatistik med lärarlegitimation och behörighet\nValt läsår: 2024/25\n\n"
                + InventedFiles.STAFF_HEADINGS
                + "Uddköping;0114;Stockholms län;01;Samtliga;1 280,0;214,2;76,5;0,0;1 313;268;85,6;38;\n"
                + "Uddköping;0114;Stockholms län;01;Enskild;..;..;..;.;..;..;..;.;\n\nRapportbeskrivning;text\n";

        Receipt receipt = take(utf8(table));

        assertThat(receipt.outcome()).as("%s", receipt.lines()).isEqualTo(Outcome.DONE);
        assertThat(receipt.understood()).containsEntry("layout", "staff-export");
        assertThat(receipt.count("added")).isEqualTo(16);
        assertThat(database.sql("""
                        select o.value from statistics.observation o join statistics.indicator i on i.id = o.indicator
                        where i.code = 'gr-teachers-licensed-share' and o.n = 1313
                        """).query(Double.class).single()).isEqualTo(85.6);
    }

    @Test
    void writesOneEntryInTheAuditLogForTheWholeImport() {
        Receipt receipt = take(utf8(year9(school(school, "45;73,4;94;221,5"), school(school + 1, "45;70;94;221,5"))));

        assertThat(as(() -> logged(receipt))).isEqualTo(1);
    }

    @Autowired
    se.samverkan.shared.RecordLog log;

    private int logged(Receipt receipt) {
        return log.of("import", receipt.id().toString(), 10).size();
    }

    private Receipt take(byte[] file) {
        return as(() -> imports.take(new ByteArrayInputStream(file), "Grundskola - Slutbetyg.csv", NOBODY));
    }

    private <T> T as(java.util.function.Supplier<T> deed) {
        return acting.console(deed);
    }

    private static List<String> rules(Receipt receipt) {
        return receipt.lines().stream().map(Line::rule).toList();
    }

    private List<String> tokens(int code) {
        return database.sql("""
                        select o.token from statistics.observation o join statistics.subject s on s.id = o.subject
                        join organisation.unit u on u.id = s.unit
                        where u.key = ? and o.revised_by is null order by o.token collate "C"
                        """)
                .param(Integer.toString(code))
                .query(String.class)
                .list();
    }
}
