package se.samverkan.intervention.matching;

import java.util.List;
import se.samverkan.intervention.catalogue.EntryView;

/**
 * An entry that could meet a need.
 *
 * @param reasons what speaks for it, and then what speaks against it; never empty
 * @param chosen whether somebody has chosen it for this need
 */
public record Match(EntryView entry, List<Reason> reasons, boolean chosen) {

    int weight() {
        return reasons.stream().mapToInt(Reason::weight).sum();
    }
}
