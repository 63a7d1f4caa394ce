package se.samverkan.analysis.chain;

import java.util.OptionalInt;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Observation.Breakdown;

/**
 * A published figure of the unit as it was known when it became evidence.
 *
 * @param indicator the indicator's code
 * @param n the size of the cohort in persons, where that is published
 * @param knownBy the number of the last import that was known then
 */
public record KeptFigure(
        String indicator, Breakdown breakdown, Period period, Figure figure, OptionalInt n, int knownBy) {

    /** Whether another figure speaks of the same thing. */
    public boolean isAbout(String code, Breakdown part, Period when) {
        return indicator.equals(code) && breakdown.equals(part) && period.equals(when);
    }
}
