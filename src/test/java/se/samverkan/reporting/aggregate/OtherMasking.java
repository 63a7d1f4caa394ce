package se.samverkan.reporting.aggregate;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import se.samverkan.partnership.CaseStage;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.statistics.disclosure.CountedTable;
import se.samverkan.statistics.disclosure.Masking;
import se.samverkan.statistics.disclosure.Place;

/** Another choice of what is masked in the units of a programme, which gives nothing away by itself and does beside the first. */
public final class OtherMasking {

    private OtherMasking() {}

    /** Found by trying: what is of too few, and others beside it than these. */
    public static Set<Place> of(CaseStage stage, Programme programme, Collection<Place> masked) {
        CountedTable counted = Objects.requireNonNull(
                stage.bean(Aggregates.class).counted(programme).get(Topic.UNITS));
        Masking alone = new Masking(counted, Topic.UNITS.rule());
        return masked.stream()
                .filter(place -> counted.at(place).contributors() >= Topic.LIMIT)
                .map(shown -> without(alone, counted, masked, shown))
                .filter(choice -> !choice.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** The same without one of them, and with as many others as that needs; empty where that cannot be. */
    private static Set<Place> without(Masking alone, CountedTable counted, Collection<Place> masked, Place shown) {
        Set<Place> choice = new LinkedHashSet<>(masked);
        choice.remove(shown);
        for (Place more : counted.places()) {
            if (alone.findings(choice).isEmpty()) {
                return choice;
            }
            if (!more.equals(shown)) {
                choice.add(more);
            }
        }
        return Set.of();
    }
}
