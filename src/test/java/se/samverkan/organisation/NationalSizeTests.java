package se.samverkan.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.testing.SamverkanTest;

/** Measures at the size of the country; run by hand with {@code -Dmeasure=true}, since a busy machine says nothing. */
@SamverkanTest
@EnabledIfSystemProperty(named = "measure", matches = "true")
class NationalSizeTests {

    private static final int UNITS = 12_500;

    @Autowired
    Registry registry;

    @Autowired
    Directory directory;

    @Autowired
    TransactionTemplate transaction;

    @Test
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

    private static void report(String what, Runnable deed) {
        long start = System.nanoTime();
        deed.run();
        System.out.printf("%s: %d ms%n", what, (System.nanoTime() - start) / 1_000_000);
    }
}
