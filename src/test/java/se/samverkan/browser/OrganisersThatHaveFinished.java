package se.samverkan.browser;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.organisation.OrganiserFacts;
import se.samverkan.organisation.Registry;
import se.samverkan.organisation.UnitFacts;

/** Fourteen organisers more than the small country has, each with three schools: those whose partnerships are finished. */
final class OrganisersThatHaveFinished {

    private static final int ORGANISERS = 14;
    private static final int SCHOOLS = 3;

    private final ListableBeanFactory application;
    private final ActingAs acting;

    OrganisersThatHaveFinished(ListableBeanFactory application, ActingAs acting) {
        this.application = application;
        this.acting = acting;
    }

    void settle() {
        Registry registry = application.getBean(Registry.class);
        TransactionTemplate transaction =
                new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        acting.console(() -> transaction.execute(ignored -> {
            registry.acceptOrganisers(
                    IntStream.range(0, ORGANISERS).mapToObj(this::organiser).toList());
            registry.acceptUnits(IntStream.range(0, ORGANISERS * SCHOOLS)
                    .mapToObj(this::school)
                    .toList());
            return true;
        }));
    }

    private static String number(int organiser) {
        return "222200%04d".formatted(organiser);
    }

    private OrganiserFacts organiser(int organiser) {
        return new OrganiserFacts(
                number(organiser),
                "Påhittsvik " + organiser + " kommun",
                "MUNICIPAL",
                InventedWorld.MUNICIPALITY,
                false,
                "DEMONSTRATION");
    }

    private UnitFacts school(int school) {
        String code = Integer.toString(21_000_000 + school);
        int organiser = school / SCHOOLS;
        return new UnitFacts(
                code,
                code,
                "SCHOOL",
                "Påhittade viken " + school,
                number(organiser),
                "Påhittsvik " + organiser + " kommun",
                InventedWorld.MUNICIPALITY,
                Map.of("COMPULSORY", Set.of()),
                "ACTIVE",
                false,
                null,
                null,
                null,
                null,
                "DEMONSTRATION");
    }
}
