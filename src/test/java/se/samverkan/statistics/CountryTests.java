package se.samverkan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.organisation.MunicipalityFacts;
import se.samverkan.organisation.Registry;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfCountry;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.Visitor;

/** The country's published figures, also over the autumn of 2028, when compulsory school gets its tenth year. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=country")
class CountryTests {

    private static final String GRADES = "gr9-passed-all";
    private static final String UPPER = "gy-graduated-3-years";

    @Autowired
    Registry registry;

    @Autowired
    Intake intake;

    @Autowired
    Indicators indicators;

    @Autowired
    MessageSource messages;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    @BeforeEach
    void fiveYears() {
        if (database.sql("select exists (select from statistics.observation)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            registry.acceptMunicipalities(List.of(new MunicipalityFacts("5301", "Landbo", "Prövlän")));
            intake.take(
                    Stream.of("ALL", "MUNICIPAL", "INDEPENDENT").flatMap(CountryTests::figures),
                    new Intake.Provenance("test", "SKOLVERKET", LocalDate.of(2030, 11, 20), new byte[32]));
        });
    }

    private static Stream<Observation> figures(String organiserType) {
        return IntStream.rangeClosed(2025, 2029)
                .boxed()
                .flatMap(year -> Stream.of(
                        figure(organiserType, GRADES, Breakdown.ALL, year),
                        figure(organiserType, GRADES, new Breakdown("SEX", "GIRLS"), year),
                        figure(organiserType, UPPER, Breakdown.ALL, year)));
    }

    private static Observation figure(String organiserType, String indicator, Breakdown part, int year) {
        double value = year - 1950.5 + organiserType.length();
        return new Observation(
                new OfCountry(organiserType),
                indicator,
                part,
                Period.schoolYear(year),
                new Figure.Exact(value, Double.toString(value)),
                null);
    }

    @Test
    void showsThePublishedFiguresOfEveryYearBesideThoseOfTheTypesOfOrganisers() {
        var page = new Visitor(port).get("/country").page();

        assertThat(page.select("h1").text()).isEqualTo("Hela landet");
        assertThat(page.select("svg.chart .c-own")).hasSize(2);
        var table = page.select("article").first().select("table").first();
        assertThat(table.select("thead th").eachText()).containsExactly("Period", "Riket", "Kommunala", "Enskilda");
        assertThat(table.select("tbody tr").first().text().replace('\u00a0', ' '))
                .isEqualTo("2029/30 81,5 % 87,5 % 89,5 %");
        assertThat(table.select("tbody tr")).hasSize(5);
    }

    @Test
    void showsOneIndicatorWithItsParts() {
        var page = new Visitor(port).get("/country?indicator=" + GRADES).page();

        assertThat(page.select("article")).hasSize(2);
        assertThat(new Visitor(port).get("/country?indicator=no-such").status()).isEqualTo(404);
    }

    @Test
    void givesTheFiguresAway() {
        assertThat(new Visitor(port).get("/country/figures.csv").body())
                .contains("INDEPENDENT;" + UPPER + ";ALL;ALL;2029/30;89,5");
        assertThat(new Visitor(port)
                        .get("/country/figures.csv?indicator=" + GRADES)
                        .body())
                .contains(GRADES)
                .doesNotContain(UPPER);
    }

    @Test
    void isFoundFromStartAndBySearch() {
        assertThat(new Visitor(port).get("/").page().select("a[href=/country]")).hasSize(1);
        for (String typed : List.of("sverige", "riket", "hela landet", "Sweden")) {
            assertThat(new Visitor(port)
                            .get("/search?q=" + typed.replace(" ", "+"))
                            .page()
                            .select("main a[href=/country]"))
                    .as(typed)
                    .hasSize(1);
        }
    }

    @Test
    void breaksWhatIsOfCompulsorySchoolIn2028AndSaysWhy() {
        var page = new Visitor(port).get("/country").page();
        var grades = page.select("article:has(a[href$=" + GRADES + "])").first();
        var upper = page.select("article:has(a[href$=" + UPPER + "])").first();

        assertThat(grades.select(".c-break title").text()).contains("2028/29", "tioårig");
        assertThat(grades.select("p").text()).contains("Jämför därför inte över");
        assertThat(upper.select(".c-break")).isEmpty();
    }

    @Test
    void hasWordsForEveryBreak() {
        assertThat(indicators.all().stream().flatMap(one -> one.breaks().stream()))
                .isNotEmpty()
                .allSatisfy(
                        first -> assertThat(messages.getMessage("figure.break." + first.year(), null, Words.SWEDISH))
                                .contains(first.toString()));
        assertThat(indicators.all().stream().filter(one -> one.forms().contains("COMPULSORY")))
                .allSatisfy(one -> assertThat(one.breaks()).contains(Period.schoolYear(2028)));
    }

    @Test
    void knowsOnWhichSideOfABreakATermLies() {
        IndicatorView grades = indicators.find(GRADES).orElseThrow();

        assertThat(grades.isAfterBreak(Period.parse("VT28"))).isFalse();
        assertThat(grades.isAfterBreak(Period.parse("HT28"))).isTrue();
        assertThat(grades.isAfterBreak(Period.parse("2027/28"))).isFalse();
        assertThat(grades.isAfterBreak(Period.parse("2028/29"))).isTrue();
    }
}
