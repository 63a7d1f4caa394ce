package se.samverkan.statistics.disclosure;

/**
 * When a number is made of too few, and how uncertain a masked one must stay.
 *
 * @param limit so many units or organisers there must be behind a number that is shown; at least 3
 * @param share for sums of money, how large a share of itself a masked sum must be unknown by, up and down; 0 for what is counted
 * @param least what everybody knows that a masked number is at least
 */
public record Rule(int limit, double share, double least) {

    private static final int LEAST_LIMIT = 3;
    private static final double TENTH = 0.1;
    private static final double ROUNDING = 1e-4;

    public Rule {
        if (limit < LEAST_LIMIT) {
            throw new IllegalArgumentException("No number of fewer than " + LEAST_LIMIT + " is ever shown");
        }
    }

    /** For what is counted: as many values as the limit must be possible. Zeros are shown, so a masked count is at least one. */
    public static Rule ofCounts(int limit) {
        return new Rule(limit, 0, 1);
    }

    /** For how many of some people did something: that nobody did is masked too, where the people are too few. */
    public static Rule ofPeople(int limit) {
        return new Rule(limit, 0, 0);
    }

    /** For sums, where nobody may come nearer than a tenth. */
    public static Rule ofSums(int limit) {
        return new Rule(limit, TENTH, 0);
    }

    boolean isOfTooFew(Count count) {
        return count.contributors() > 0 && count.contributors() < limit;
    }

    /** How wide the range of a masked number must be. */
    double width(Count count) {
        return share > 0 ? 2 * share * count.value() : limit - 1;
    }

    /** Whether a range says too much of the number that is masked. */
    boolean isNarrow(Range range, Count count) {
        double most = range.most().orElse(Double.POSITIVE_INFINITY);
        return share > 0
                ? most < count.value() * (1 + share) - ROUNDING
                        || range.least() > count.value() * (1 - share) + ROUNDING
                : range.width() < width(count) - ROUNDING;
    }
}
