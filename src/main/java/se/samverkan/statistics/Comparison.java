package se.samverkan.statistics;

import java.util.Optional;

/**
 * How a figure stands to those of similar units. Half of the similar units lie between the quartiles; outside is
 * <i>above</i> or <i>below</i>, and <i>clearly</i> so only when the figure's whole interval lies outside too.
 */
enum Comparison {
    CLEARLY_ABOVE,
    ABOVE,
    WITHIN,
    BELOW,
    CLEARLY_BELOW,
    /** It lies outside, but its interval reaches in: chance alone may be the reason. */
    UNCERTAIN,
    /** Too few similar units have a figure. */
    NONE;

    /**
     * Holds a value against a span.
     *
     * @param interval what chance may do to the value, where that can be told
     */
    static Comparison of(double value, Optional<Interval> interval, Optional<Band> band) {
        if (band.isEmpty()) {
            return NONE;
        }
        double low = band.get().low();
        double high = band.get().high();
        if (value >= low && value <= high) {
            return WITHIN;
        }
        if (interval.isEmpty()) {
            return value > high ? ABOVE : BELOW;
        }
        if (interval.get().above(high)) {
            return CLEARLY_ABOVE;
        }
        return interval.get().below(low) ? CLEARLY_BELOW : UNCERTAIN;
    }

    /** The key of its words. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
