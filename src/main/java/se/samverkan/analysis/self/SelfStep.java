package se.samverkan.analysis.self;

import se.samverkan.shared.Period;

/**
 * Where a unit thinks that it is by a criterion in a term.
 *
 * @param step 1 to 4: not begun, begun, often, always
 * @param words what shows it; may be empty
 */
public record SelfStep(Period term, int step, String words, int version) {

    static final int LOWEST = 1;
    static final int HIGHEST = 4;
}
