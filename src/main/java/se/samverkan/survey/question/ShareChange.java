package se.samverkan.survey.question;

import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;

/**
 * How much a share has changed between two groups of people who answered the same question, with a 95 per cent interval.
 *
 * <p>Newcombe's hybrid score interval, from Wilson's interval of each share (R. G. Newcombe, "Interval estimation for the difference
 * between independent proportions", Statistics in Medicine 17, 1998, pp. 873–890, method 10). It takes the answers as those of
 * different people: where the same people answered twice, as anonymous surveys cannot know, it is wider than it need be.
 *
 * @param before the share before, 0 to 1
 * @param after the share after
 * @param low the lower end of the difference
 * @param high the upper end
 */
public record ShareChange(double before, double after, double low, double high) {

    private static final double CONFIDENCE = 0.95;

    /**
     * @param had how many chose it before, of so many who answered
     * @param has how many chose it after
     */
    public static ShareChange of(int had, int answeredBefore, int has, int answeredAfter) {
        double before = (double) had / answeredBefore;
        double after = (double) has / answeredAfter;
        ConfidenceInterval first = BinomialProportion.getWilsonScoreInterval(answeredBefore, before, CONFIDENCE);
        ConfidenceInterval second = BinomialProportion.getWilsonScoreInterval(answeredAfter, after, CONFIDENCE);
        double difference = after - before;
        return new ShareChange(
                before,
                after,
                difference - Math.hypot(after - second.getLowerBound(), first.getUpperBound() - before),
                difference + Math.hypot(second.getUpperBound() - after, before - first.getLowerBound()));
    }

    public double difference() {
        return after - before;
    }

    /** Whether chance alone seldom makes so large a change. */
    public boolean isSure() {
        return low > 0 || high < 0;
    }
}
