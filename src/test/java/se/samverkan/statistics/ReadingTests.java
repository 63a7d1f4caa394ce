package se.samverkan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.organisation.MunicipalityFacts;
import se.samverkan.organisation.OrganiserFacts;
import se.samverkan.organisation.Registry;
import se.samverkan.organisation.UnitFacts;
import se.samverkan.shared.CellText;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure.Bounded;
import se.samverkan.statistics.Figure.Exact;
import se.samverkan.statistics.Figure.Masked;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfUnit;
import se.samverkan.testing.QueryCount;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thirty schools in a row: school i has 100 + 10·i pupils, 50 + i per cent licensed teachers and 60 + i per cent passed,
 * so that who is like whom, and what they span, can be worked out by hand.
 */
@SamverkanTest
class ReadingTests {

    private static final int SCHOOLS = 30;
    private static final Period YEAR = Period.schoolYear(2024);

    @Autowired
    Registry registry;

    @Autowired
    Intake intake;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SimilarUnits similar;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    @BeforeEach
    void thirtySchools() {
        if (database.sql("select exists (select from organisation.unit where key = '51000000')")
                .query(Boolean.class)
                .single()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            registry.acceptMunicipalities(List.of(new MunicipalityFacts("5101", "Prövbo", "Prövlän")));
            registry.acceptOrganisers(
                    List.of(new OrganiserFacts("2120005101", "Prövbo kommun", "MUNICIPAL", "5101", false, "REGISTER")));
            registry.acceptUnits(
                    IntStream.range(0, SCHOOLS).mapToObj(ReadingTests::school).toList());
            intake.take(
                    IntStream.range(0, SCHOOLS).boxed().flatMap(i -> figures(i).stream()),
                    new Intake.Provenance("test", "SKOLVERKET", LocalDate.of(2026, 11, 20), new byte[32]));
        });
        similar.refresh();
    }

    private static String code(int i) {
        return Integer.toString(51_000_000 + i);
    }

    private static UnitFacts school(int i) {
        return new UnitFacts(
                code(i),
                code(i),
                "SCHOOL",
                "Prövskolan %02d".formatted(i),
                "2120005101",
                "Prövbo kommun",
                "5101",
                Map.of("COMPULSORY", Set.of("7", "8", "9")),
                "ACTIVE",
                i == 3,
                null,
                null,
                null,
                null,
                "REGISTER");
    }

    /** School 0 is masked in the newest year; school 1 nearly reaches 100; school 29 has a cohort of 100. */
    private static List<Observation> figures(int i) {
        Figure passed = i == 0 ? new Masked("..") : i == 1 ? new Bounded(100, "~100") : exact(60 + i);
        return List.of(
                of(i, "gr-pupils", YEAR, new Figure.Approximate(100 + 10 * i, "cirka " + (100 + 10 * i)), null),
                of(i, "gr-teachers-licensed-share-fte", YEAR, exact(50 + i), null),
                of(i, "gr9-passed-all", YEAR, passed, i == 29 ? Integer.valueOf(100) : null),
                of(i, "gr9-passed-all", Period.schoolYear(2023), exact(55 + i), null),
                of(i, "gr9-passed-all", Period.schoolYear(2022), exact(50 + i), null));
    }

    private static Exact exact(double value) {
        return new Exact(value, Double.toString(value).replace('.', ','));
    }

    private static Observation of(
            int i, String indicator, Period period, Figure figure, @org.jspecify.annotations.Nullable Integer n) {
        return new Observation(new OfUnit(code(i)), indicator, Breakdown.ALL, period, figure, n);
    }

    @Test
    void findsTheTwentyNearestAndSaysWhatWasLeftOut() {
        List<String> near = database.sql("""
                        select u.key from statistics.neighbour n join organisation.unit u on u.id = n.neighbour
                        where n.unit = (select id from organisation.unit where key = ?) order by n.rank
                        """).param(code(0)).query(String.class).list();

        assertThat(near)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj(ReadingTests::code)
                        .toList());
        Document page = page("/units/" + code(0));
        assertThat(page.select("#similar").text())
                .contains("storlek, andel behöriga lärare")
                .contains("Saknas för enheten och är därför inte med: föräldrarnas utbildning, andel nyinvandrade");
    }

    @Test
    void spansTheQuartilesOfTheSimilarUnitsValues() {
        // School 29's twenty nearest are 9 to 28, with 69 to 88: quartiles of type 7 at places 4.75, 9.5 and 14.25.
        Map<String, Object> band =
                database.sql("""
                        select units, low, middle, high from statistics.band b
                        join statistics.indicator i on i.id = b.indicator
                        where b.unit = (select id from organisation.unit where key = ?)
                            and i.code = 'gr9-passed-all' and b.period = ?
                        """).param(code(29)).param(YEAR.key()).query().singleRow();

        assertThat(band.get("units")).isEqualTo(20);
        assertThat((Double) band.get("low")).isCloseTo(73.75, within(1e-9));
        assertThat((Double) band.get("middle")).isCloseTo(78.5, within(1e-9));
        assertThat((Double) band.get("high")).isCloseTo(83.25, within(1e-9));
    }

    @Test
    void saysNothingMoreThanChanceAllows() {
        // 89 of 100: Wilson from 81.4 to 93.7, which reaches below the upper quartile.
        assertThat(page("/units/" + code(29)).select(".lead").text())
                .contains("89,0")
                .contains("skillnaden mot liknande enheter kan vara slump")
                .contains("Med 100 elever")
                .contains("81,4–93,7");
    }

    @Test
    void explainsAMaskedFigureInWordsAndDrawsItHollow() {
        Document page = page("/units/" + code(0));

        assertThat(page.select(".lead").text()).contains("Gruppen är för liten för att visas");
        assertThat(page.select("svg .c-hollow title").text()).contains("2024/25: för få");
    }

    @Test
    void givesEveryChartATitleADescriptionAndATable() {
        Document page = page("/units/" + code(29));

        assertThat(page.select("svg.chart")).isNotEmpty().allSatisfy(chart -> {
            assertThat(chart.attr("role")).isEqualTo("img");
            assertThat(chart.select("> title").text()).isNotEmpty();
            assertThat(chart.select("> desc").text()).isNotEmpty();
            assertThat(chart.closest("article").select("table tbody tr")).isNotEmpty();
        });
        assertThat(page.select("[style]")).isEmpty();
    }

    @Test
    void showsAnIndicatorByItselfWithoutScript() {
        assertThat(page("/units/" + code(29) + "/indicators/gr9-passed-all").text())
                .contains("Wilsons intervall")
                .contains("89,0");
    }

    @Test
    void readsInEnglishToo() {
        Visitor visitor = new Visitor(port);
        visitor.get("/preferences?language=en");
        assertThat(visitor.get("/units/" + code(0)).status()).isEqualTo(200);
    }

    @Test
    void asksTheDatabaseAFewQuestionsHoweverManyFiguresThereAre() {
        page("/units/" + code(5));

        assertThat(QueryCount.of(() -> page("/units/" + code(6)))).isLessThanOrEqualTo(12);
        assertThat(QueryCount.of(() -> page("/organisers/2120005101"))).isLessThanOrEqualTo(12);
        assertThat(QueryCount.of(() -> page("/municipalities/5101"))).isLessThanOrEqualTo(16);
        assertThat(QueryCount.of(() -> page("/api/v1/school-units/" + code(7) + "/figures")))
                .isLessThanOrEqualTo(6);
    }

    @Test
    void putsAnOrganisersUnitsSideBySideByName() {
        Document page = page("/organisers/2120005101?indicator=gr9-passed-all");

        assertThat(page.select("#units tbody th").eachText()).hasSize(SCHOOLS).isSorted();
        assertThat(page.select("#units tbody tr").get(29).text())
                .contains("89,0")
                .contains("slump");
    }

    @Test
    void putsAMunicipalityBesideTheCountry() {
        assertThat(page("/municipalities/5101?indicator=gr9-passed-all")
                        .select("#similar-municipalities")
                        .text())
                .contains("Prövbo")
                .contains("mittersta enheten");
    }

    @Test
    void givesFiguresAsValuesOrTheReasonThereIsNone() {
        JsonNode masked = figure(0);
        assertThat(masked.get("value").isNull()).isTrue();
        assertThat(masked.get("status").asString()).isEqualTo("MASKED");
        assertThat(masked.get("token").asString()).isEqualTo("..");

        JsonNode bounded = figure(1);
        assertThat(bounded.get("value").isNull()).isTrue();
        assertThat(bounded.get("bound").asDouble()).isEqualTo(100);

        JsonNode exact = figure(29);
        assertThat(exact.get("value").asDouble()).isEqualTo(89);
        assertThat(exact.get("n").asInt()).isEqualTo(100);
        assertThat(exact.get("fetched").asString()).isEqualTo("2026-11-20");
        assertThat(exact.get("import").asInt()).isPositive();
        assertThat(exact.get("interval").get("low").asDouble()).isCloseTo(81.373, within(0.05));
    }

    private JsonNode figure(int school) {
        JsonNode all =
                json.readTree(body("/api/v1/school-units/" + code(school) + "/figures?indicator=gr9-passed-all"));
        return all.get("figures")
                .valueStream()
                .filter(figure -> figure.get("period").asString().equals("2024/25"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void knowsNothingBeforeTheFirstImport() {
        assertThat(json.readTree(body("/api/v1/school-units/" + code(0) + "/figures?asOf=2020-01-01"))
                        .get("figures"))
                .isEmpty();
    }

    @Test
    void turnsPagesInAStableOrderWithLinks() {
        Visitor.Answer first = new Visitor(port).get("/api/v1/school-units?municipality=5101&size=20");
        assertThat(json.readTree(first.body()).get("total").asInt()).isEqualTo(SCHOOLS);
        assertThat(first.response().headers().firstValue("Link").orElseThrow())
                .contains("page=2")
                .contains("rel=\"next\"");
        assertThat(json.readTree(body("/api/v1/school-units?municipality=5101&size=20&page=2"))
                        .get("units"))
                .hasSize(SCHOOLS - 20);
        assertThat(new Visitor(port).get("/api/v1/school-units?size=20001").status())
                .isEqualTo(400);
        assertThat(new Visitor(port).get("/api/v1/school-units/99999999").status())
                .isEqualTo(404);
    }

    @Test
    void describesItselfForMachines() {
        JsonNode papers = json.readTree(body("/api/v1/openapi.json"));
        assertThat(papers.get("paths").propertyNames())
                .contains(
                        "/api/v1/school-units",
                        "/api/v1/school-units/{code}",
                        "/api/v1/school-units/{code}/figures",
                        "/api/v1/organisers/{number}",
                        "/api/v1/indicators",
                        "/api/v1/api-info");
        assertThat(papers.get("info").get("description").asString()).contains("Begränsningar", "Limitations");
    }

    @Test
    void exportsTheTableAsASwedishSpreadsheetReadsIt() {
        String csv = body("/units/" + code(29) + "/figures.csv");

        assertThat(csv).startsWith("\ufeffunit_code;unit_name;");
        assertThat(csv).contains(code(29) + ";Prövskolan 29;5101;Prövbo;MUNICIPAL;gr9-passed-all;ALL;ALL;2024/25;89;");
        assertThat(new Visitor(port).get("/organisers/2120005101/figures.xlsx").status())
                .isEqualTo(200);
    }

    @Test
    void neutralisesWhatASpreadsheetWouldRun() {
        assertThat(CellText.neutral("=1+1")).isEqualTo("'=1+1");
        assertThat(CellText.neutral("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(CellText.neutral("-5,2")).isEqualTo("-5,2");
        assertThat(CellText.neutral("-")).isEqualTo("-");
        assertThat(CellText.neutral("Åsa skola")).isEqualTo("Åsa skola");
    }

    private Document page(String path) {
        Visitor.Answer answer = new Visitor(port).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.page();
    }

    private String body(String path) {
        Visitor.Answer answer = new Visitor(port).get(path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        return answer.body();
    }
}
