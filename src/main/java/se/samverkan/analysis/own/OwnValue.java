package se.samverkan.analysis.own;

import java.math.BigDecimal;
import se.samverkan.shared.Period;

/**
 * The value of an own indicator in a term.
 *
 * @param people of how many people
 * @param version what a change names as the version it saw
 */
public record OwnValue(Period term, BigDecimal value, int people, int version) {

    /** Fewer than these can be recognised, as Skolverket judges of a unit's figures. */
    static final int SMALL = 10;

    boolean isSmall() {
        return people < SMALL;
    }
}
