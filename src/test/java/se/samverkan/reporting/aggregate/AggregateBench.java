package se.samverkan.reporting.aggregate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.CaseStage;
import se.samverkan.testing.FourClients;
import se.samverkan.testing.SamverkanTest;

/**
 * Sums up a thousand partnerships of four units over three years: all tables, masked, as one page, with four clients. Through the
 * application, not through the network. Run by {@code bin/bench aggregate}.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=aggregate-bench")
@EnabledIfSystemProperty(named = "samverkan.bench", matches = "aggregate")
class AggregateBench {

    private static final int CASES = 1000;
    private static final int ONE_CLIENT = 30;

    @Autowired
    WebApplicationContext application;

    @Test
    void measures() throws Exception {
        CaseStage stage = new CaseStage(application);
        ManyCases.fill(stage, CASES);
        long management = stage.cast.player("Lena Ledning", Role.MANAGEMENT, stage.office);
        Aggregates aggregates = stage.bean(Aggregates.class);
        long[] millis = new long[ONE_CLIENT];
        for (int round = 0; round < millis.length; round++) {
            long began = System.nanoTime();
            stage.as(management, () -> aggregates.of(stage.office, CaseStage.VARIANT));
            millis[round] = (System.nanoTime() - began) / 1_000_000;
        }
        java.util.Arrays.sort(millis);
        System.out.printf(
                "%-46s %16s   %s%n",
                "aggregate: 1,000 partnerships, 3 years, median", millis[millis.length / 2] + " ms", "goal 300 ms");
        FourClients clients = new FourClients(application, management);
        FourClients.measure(
                "aggregate: as a page, four clients, p95",
                "no goal",
                60,
                () -> clients.get("/aggregates/" + stage.office + "/" + CaseStage.VARIANT));
    }
}
