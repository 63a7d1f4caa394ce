package se.samverkan.statistics.demonstration;

import se.samverkan.statistics.Figure;

/**
 * What the invented agency publishes of what it knows: the rules of suppression that Skolverket follows, with its tokens.
 *
 * <p>Rules (Skolverket's, as counted in its open figures): from 2023/24 a figure of fewer than 10 pupils is masked at
 * unit level and of fewer than 5 above it, before that fewer than 10 everywhere; one to four pupils who are not eligible
 * are shown as {@code ~100}; the number of pupils of a school is rounded to tens with {@code cirka}.
 */
final class Publication {

    static final Figure MASKED = new Figure.Masked("..");
    static final Figure MISSING = new Figure.Missing(".");
    static final Figure NO_LICENCE_NEEDED = new Figure.NoRequirement("*");
    static final Figure TOO_FEW_ANSWERS = new Figure.Masked("-");

    private static final Figure NEARLY_ALL = new Figure.Bounded(100, "~100");
    private static final int YEAR_OF_THE_LOWER_LIMIT = 2023;
    private static final int FEWEST_PUPILS = 10;
    private static final int FEWEST_PUPILS_ABOVE_UNITS = 5;
    private static final int FEWEST_WITHOUT = 5;

    private final int fewest;

    private Publication(int fewest) {
        this.fewest = fewest;
    }

    static Publication ofUnits() {
        return new Publication(FEWEST_PUPILS);
    }

    /** @param year the year in which the school year begins */
    static Publication aboveUnits(int year) {
        return new Publication(year >= YEAR_OF_THE_LOWER_LIMIT ? FEWEST_PUPILS_ABOVE_UNITS : FEWEST_PUPILS);
    }

    /** Whether so many pupils are enough for a figure. */
    boolean enough(int n) {
        return n >= fewest;
    }

    Figure count(int n) {
        return enough(n) ? whole(n) : MASKED;
    }

    /** The share of {@code n} that {@code some} are, in percent with one decimal. */
    Figure share(int some, int n) {
        return enough(n) ? decimal(100.0 * some / n) : MASKED;
    }

    /** As a share, but few who are left out are hidden. */
    Figure shareHidingFew(int some, int n) {
        if (!enough(n)) {
            return MASKED;
        }
        int without = n - some;
        return without > 0 && without < FEWEST_WITHOUT ? NEARLY_ALL : share(some, n);
    }

    Figure mean(double sum, int n) {
        return enough(n) ? decimal(sum / n) : MASKED;
    }

    /** A number rounded to tens, as a school's number of pupils is published. */
    static Figure about(double number) {
        long tens = Math.max(1, Math.round(number / 10)) * 10;
        return new Figure.Approximate(tens, "cirka " + tens);
    }

    static Figure whole(double number) {
        long whole = Math.round(number);
        return new Figure.Exact(whole, Long.toString(whole));
    }

    static Figure percent(double number) {
        long whole = Math.round(number);
        return new Figure.Exact(whole, whole + "%");
    }

    /** A number with one decimal and a comma. */
    static Figure decimal(double number) {
        long tenths = Math.round(number * 10);
        String sign = tenths < 0 ? "-" : "";
        long positive = Math.abs(tenths);
        return new Figure.Exact(tenths / 10.0, sign + positive / 10 + "," + positive % 10);
    }
}
