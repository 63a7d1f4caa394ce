package se.samverkan.analysis.self;

import java.util.List;
import java.util.Optional;
import se.samverkan.shared.Period;

/**
 * What a unit judges itself by.
 *
 * @param steps the newest term first
 */
public record SelfCriterion(long id, String name, List<SelfStep> steps) {

    Optional<SelfStep> in(Period term) {
        return steps.stream().filter(each -> each.term().equals(term)).findFirst();
    }

    /** The terms before one, the newest first. */
    List<SelfStep> before(Period term) {
        return steps.stream().filter(each -> each.term().compareTo(term) < 0).toList();
    }
}
