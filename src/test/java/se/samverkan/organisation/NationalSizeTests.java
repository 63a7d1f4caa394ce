package se.samverkan.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import se.samverkan.testing.SamverkanTest;

/** Measures at the size of the country; run by hand with {@code -Dmeasure=true}, since a busy machine says nothing. */
@SamverkanTest
@EnabledIfSystemProperty(named = "measure", matches = "true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NationalSizeTests {

    private static final int UNITS = 12_500;

    @Autowired
    Registry registry;

    @Autowired
    Directory directory;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private final RestClient browser = RestClient.create();

    @Test
    @Order(1)
    void takesACountryInWithinSeconds() {
        var country = new NationalRegistry();
        List<UnitFacts> units = country.units(UNITS);
        transaction.executeWithoutResult(status -> {
            registry.acceptMunicipalities(country.municipalities());
            registry.acceptOrganisers(country.organisers());
        });

        report(
                "12,500 new units",
                () -> transaction.executeWithoutResult(status ->
                        assertThat(registry.acceptUnits(units).added()).isEqualTo(UNITS)));
        report(
                "the same again",
                () -> transaction.executeWithoutResult(status ->
                        assertThat(registry.acceptUnits(units).changed()).isZero()));
        for (int i = 0; i < 4; i++) {
            report(
                    "all units as a page",
                    () -> assertThat(directory
                                    .search(new Directory.UnitQuery(null, null, null, null), 0, 20_000)
                                    .units())
                            .hasSize(UNITS));
        }
    }

    @Test
    @Order(2)
    void answersWhileSomebodyTypes() {
        List<String> typed =
                List.of("vasaskolan", "åreby", "östergårdens förskola", "skoaln", "berga skola", "20000003");
        List<Long> times = new java.util.ArrayList<>();
        for (int round = 0; round < 12; round++) {
            for (String whole : typed) {
                for (int letters = 1; letters <= whole.length(); letters++) {
                    String some = whole.substring(0, letters);
                    long start = System.nanoTime();
                    String page = browser.get()
                            .uri("http://localhost:" + port + "/search/suggest?q={q}", some)
                            .retrieve()
                            .body(String.class);
                    if (round > 4) {
                        times.add((System.nanoTime() - start) / 1_000);
                    }
                    assertThat(page).isNotNull();
                }
            }
        }
        times.sort(null);
        System.out.printf(
                "typing in search, %d requests: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
                times.size(),
                times.get(times.size() / 2) / 1000.0,
                times.get(times.size() * 95 / 100) / 1000.0,
                times.get(times.size() * 99 / 100) / 1000.0);
    }

    private static void report(String what, Runnable deed) {
        long start = System.nanoTime();
        deed.run();
        System.out.printf("%s: %d ms%n", what, (System.nanoTime() - start) / 1_000_000);
    }
}
