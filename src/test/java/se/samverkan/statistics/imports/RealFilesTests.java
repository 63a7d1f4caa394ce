package se.samverkan.statistics.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samverkan.shared.Progress.Watcher.NOBODY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import se.samverkan.access.ActingAs;
import se.samverkan.organisation.Directory;
import se.samverkan.statistics.Imports;
import se.samverkan.statistics.Receipt;
import se.samverkan.statistics.Receipt.Outcome;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.SharedData;

/** The real public files come in as they are downloaded, whole, with the numbers that were counted in them. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=real-files")
class RealFilesTests {

    static final String YEAR_9 = "skolverket/Grundskola - Slutbetyg årskurs 9, samtliga elever 2025 Skolenhet.csv";
    private static final String STAFF =
            "skolverket/Grundskola - Personalstatistik med lärarlegitimation och behörighet 2024 Kommun.csv";

    @Autowired
    Imports imports;

    @Autowired
    ActingAs acting;

    @Autowired
    JdbcClient database;

    @Autowired
    Directory directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                YEAR_9 + "|year-9-export|1714|6856|2024/25",
                "skolverket/behorighet_grundskola_2024_25.csv|eligibility-export|2139|10695|2024/25",
                STAFF + "|staff-export|769|6152|2024/25",
                "reference/kolada_kommuner_regioner.csv|kolada-municipalities|312|0|",
                "reference/kolada_liknande_kommuner_skola.csv|kolada-similar|8120|0|"
            })
    void comesInWhole(String name, String layout, int rows, int figures, String period) {
        Receipt receipt = take(SharedData.file(name));

        assertThat(receipt.outcome()).as("%s", receipt.lines()).isIn(Outcome.DONE, Outcome.KNOWN_ALREADY);
        assertThat(receipt.understood()).containsEntry("layout", layout);
        assertThat(receipt.understood().get("period")).isEqualTo(period);
        assertThat(receipt.count("rows")).isEqualTo(rows);
        if (receipt.outcome() == Outcome.DONE) {
            assertThat(receipt.count("read")).isEqualTo(figures);
        }
    }

    @Test
    void keepsTheTokensOfTheYear9ExportAsTheyWereCounted() {
        take(SharedData.file(YEAR_9));

        assertThat(count("gr9-passed-all", ".")).isEqualTo(64);
        assertThat(count("gr9-passed-all", "..")).isEqualTo(122);
        assertThat(count("gr9-eligible-vocational", "~100")).isEqualTo(354);
        assertThat(count("gr9-pupils", "..")).isEqualTo(113);
    }

    @Test
    void takesThePreschoolsWithTheirOrganisers() {
        Receipt receipt = take(SharedData.file("forskolor.csv"));

        assertThat(receipt.outcome()).as("%s", receipt.lines()).isIn(Outcome.DONE, Outcome.KNOWN_ALREADY);
        assertThat(receipt.count("rows")).isEqualTo(8739);
        assertThat(directory.unit("F238459")).hasValueSatisfying(unit -> {
            assertThat(unit.kind()).isEqualTo("PRESCHOOL");
            assertThat(unit.municipality().code()).isEqualTo("1283");
        });
    }

    @Test
    void knowsWhichMunicipalitiesResembleWhich() {
        take(SharedData.file("reference/kolada_liknande_kommuner_skola.csv"));

        assertThat(directory.similarMunicipalities("1440")).containsKeys("COMPULSORY", "PRESCHOOL");
        assertThat(directory.similarMunicipalities("1440").get("SOCIOECONOMIC")).hasSize(7);
    }

    @Test
    void readsTheYear9ExportInLessThanASecondWhenWarm() throws IOException {
        String text = Files.readString(SharedData.file(YEAR_9));
        take(text.replace(";45;", ";46;"));
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < 3; i++) {
            String other = text.replace(";30;", ";3" + i + ";");
            Instant start = Instant.now();
            assertThat(take(other).isRefused()).isFalse();
            Duration took = Duration.between(start, Instant.now());
            best = took.compareTo(best) < 0 ? took : best;
        }
        System.out.println("year-9 export, warm: " + best.toMillis() + " ms");
        // The goal is one second on a quiet machine; a shared one may be several times slower.
        assertThat(best).isLessThan(Duration.ofSeconds(5));
    }

    /** Of the file as it is, whichever test brought it first: revisions are left out. */
    private int count(String indicator, String token) {
        return database.sql("""
                        select count(*) from statistics.observation o join statistics.indicator i on i.id = o.indicator
                        join statistics.subject s on s.id = o.subject
                        where i.code = ? and o.token = ? and s.kind = 'UNIT'
                            and o.import = (select min(id) from statistics.import where layout = 'year-9-export'
                                            and rows_read = 6856 and added > 0)
                        """).params(indicator, token).query(Integer.class).single();
    }

    private Receipt take(String text) {
        return acting.console(
                () -> imports.take(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "fil.csv", NOBODY));
    }

    private Receipt take(Path file) {
        return acting.console(() -> {
            try (InputStream content = Files.newInputStream(file)) {
                return imports.take(content, file.getFileName().toString(), NOBODY);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
