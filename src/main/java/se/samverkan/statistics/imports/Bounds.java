package se.samverkan.statistics.imports;

import java.util.Optional;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.IndicatorView;

/**
 * What an indicator can be at least and at most, by its unit of measure; a value outside is a slip in the file.
 *
 * @param low the least
 * @param high the most
 * @param whole whether only whole numbers are possible
 */
record Bounds(double low, double high, boolean whole) {

    private static final double MANY = 10_000_000;

    static Bounds of(IndicatorView indicator) {
        return switch (indicator.unit()) {
            case "PERCENT" -> new Bounds(0, 100, false);
            case "PERCENTAGE_POINTS" -> new Bounds(-100, 100, false);
            // A merit rating of 17 subjects is at most 17 × 20; a deviation from it may be as far below.
            case "POINTS" -> new Bounds(indicator.code().endsWith("deviation") ? -340 : 0, 340, false);
            case "GRADE_POINTS" -> new Bounds(0, 20, false);
            case "INDEX" -> new Bounds(0, 10, false);
            case "LEVEL" -> new Bounds(1, 3, false);
            case "PERSONS", "GROUPS" -> new Bounds(0, MANY, true);
            default -> new Bounds(0, MANY, false);
        };
    }

    /** The rule that a figure breaks, if any. */
    Optional<String> broken(Figure figure) {
        if (figure.value().isEmpty()) {
            return Optional.empty();
        }
        double value = figure.value().getAsDouble();
        if (value < low || value > high) {
            return Optional.of("out-of-bounds");
        }
        return whole && value != Math.rint(value) ? Optional.of("not-whole") : Optional.empty();
    }
}
