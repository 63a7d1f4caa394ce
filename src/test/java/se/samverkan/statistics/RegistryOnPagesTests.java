package se.samverkan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.Visitor;

/** What the registers tell of a unit shows on its page in plain words, and at once, though pages are kept. */
@SamverkanTest
class RegistryOnPagesTests {

    private static final String UNIT = "52000001";

    @Autowired
    Registry registry;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    @BeforeEach
    void aSchool() {
        transaction.executeWithoutResult(status -> {
            registry.acceptMunicipalities(List.of(
                    new MunicipalityFacts("5201", "Registerbo", "Prövlän"),
                    new MunicipalityFacts("5202", "Flyttbo", "Prövlän")));
            registry.acceptOrganisers(List.of(
                    new OrganiserFacts("2120005201", "Registerbo kommun", "MUNICIPAL", "5201", false, "REGISTER")));
        });
        accept(school("Första skolan", "5201", "ACTIVE"));
    }

    @Test
    void showsANewNameAtOnce() {
        assertThat(page()).contains("Första skolan");

        accept(school("Andra skolan", "5201", "ACTIVE"));

        assertThat(page()).contains("Andra skolan").doesNotContain("Första skolan");
        assertThat(api()).contains("Andra skolan");
    }

    @Test
    void showsANewMunicipalityAtOnceAndTheNewNameOfOne() {
        assertThat(page()).contains("Registerbo");

        accept(school("Första skolan", "5202", "ACTIVE"));
        assertThat(page()).contains("Flyttbo");

        transaction.executeWithoutResult(status ->
                registry.acceptMunicipalities(List.of(new MunicipalityFacts("5202", "Nyflyttbo", "Prövlän"))));
        assertThat(page()).contains("Nyflyttbo");
    }

    @Test
    void showsAtOnceThatAUnitHasClosedAndWhen() {
        assertThat(page()).doesNotContain("stängde");

        accept(school("Första skolan", "5201", "CLOSED").telling(null, LocalDate.of(2026, 6, 30), null));

        assertThat(page()).contains("Enheten stängde 30 juni 2026.");
        assertThat(api()).contains("\"closed\":\"2026-06-30\"");
    }

    @Test
    void saysThatAUnitIsNewInternationalOrForSpecialSupport() {
        accept(school("Första skolan", "5201", "ACTIVE").telling(LocalDate.now().minusMonths(3), null, true));

        assertThat(page()).contains("Enheten öppnade ", "Det här är en internationell skola.");
        assertThat(api()).contains("\"international\":true");
    }

    @Test
    void saysWhenAUnitIsToOpenAndToClose() {
        LocalDate today = LocalDate.now();
        accept(school("Första skolan", "5201", "PLANNED").telling(today.plusMonths(2), today.plusYears(2), null));

        assertThat(page()).contains("Enheten öppnar ", "Enheten stänger ");
    }

    @Test
    void countsNothingUpWhenARegisterSaysTheSameAgain() {
        long before = version();

        accept(school("Första skolan", "5201", "ACTIVE"));

        assertThat(version()).isEqualTo(before);
    }

    private long version() {
        return database.sql("select version from statistics.data_version")
                .query(Long.class)
                .single();
    }

    private String page() {
        return new Visitor(port).get("/units/" + UNIT).page().text();
    }

    private String api() {
        return new Visitor(port).get("/api/v1/school-units/" + UNIT).body();
    }

    private void accept(UnitFacts facts) {
        transaction.executeWithoutResult(status -> registry.acceptUnits(List.of(facts)));
    }

    private static UnitFacts school(String name, String municipality, @Nullable String status) {
        return new UnitFacts(
                UNIT,
                UNIT,
                "SCHOOL",
                name,
                "2120005201",
                "Registerbo kommun",
                municipality,
                Map.of("COMPULSORY", Set.of("9")),
                status,
                false,
                null,
                null,
                null,
                null,
                "REGISTER");
    }
}
