package se.samverkan.followup.goal;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * The rules that tell a change in a run chart from chance, around a centre line (the median).
 *
 * <p>Shift, trend and the number of runs: R. J. Perla, L. P. Provost and S. K. Murray, "The run chart: a simple analytical tool for
 * learning from variation in healthcare processes", BMJ Quality and Safety 20, 2011, pp. 46–51. The limits of the number of runs are
 * not read from a table but computed from the exact distribution that the table was made of (F. S. Swed and C. Eisenhart, Annals of
 * Mathematical Statistics 14, 1943, pp. 66–87), with 2.5 per cent in each tail. Longest run and crossings: J. Anhøj and A. V. Olesen,
 * "Run charts revisited", PLoS ONE 9(11), 2014, e113825. See docs/methods/run-chart.md.
 *
 * <p>An astronomical point is for people to see, so no rule here says that one is.
 */
public final class RunRules {

    /** With fewer points off the centre line no rule is used: neither would tell a change from chance. */
    public static final int LEAST = 10;

    static final int SHIFT = 6;
    static final int TREND = 5;
    private static final double TAIL = 0.025;
    private static final double CROSSINGS_TAIL = 0.05;

    private RunRules() {}

    /** What was found. */
    public enum Rule {
        /** Six or more in a row on one side of the median. */
        SHIFT,
        /** Five or more in a row that all rise or all fall. */
        TREND,
        TOO_FEW_RUNS,
        TOO_MANY_RUNS,
        /** A run longer than chance makes one among so many points. */
        LONG_RUN,
        /** The line crosses the median more seldom than chance makes it. */
        FEW_CROSSINGS
    }

    /**
     * A rule that is met.
     *
     * @param from the first point that it is about, from 0
     * @param to the last one
     */
    public record Finding(Rule rule, int from, int to) {}

    /**
     * The rules that a series meets.
     *
     * @param values the values in time, without gaps
     * @param centre the centre line
     * @return nothing with fewer than ten points off the centre line
     */
    public static List<Finding> of(List<Double> values, double centre) {
        List<Integer> useful = useful(values, centre);
        if (useful.size() < LEAST) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(shifts(values, centre, useful));
        findings.addAll(trends(values));
        int runs = runs(values, centre, useful);
        int above = (int)
                useful.stream().filter(point -> values.get(point) > centre).count();
        int last = values.size() - 1;
        if (runs <= fewest(above, useful.size() - above)) {
            findings.add(new Finding(Rule.TOO_FEW_RUNS, 0, last));
        } else if (runs >= most(above, useful.size() - above)) {
            findings.add(new Finding(Rule.TOO_MANY_RUNS, 0, last));
        }
        if (longest(values, centre, useful) > longestByChance(useful.size())) {
            findings.add(new Finding(Rule.LONG_RUN, 0, last));
        }
        if (runs - 1 < fewestCrossings(useful.size())) {
            findings.add(new Finding(Rule.FEW_CROSSINGS, 0, last));
        }
        return findings;
    }

    /** How many points do not lie on the centre line. */
    public static int useful(double centre, List<Double> values) {
        return useful(values, centre).size();
    }

    private static List<Integer> useful(List<Double> values, double centre) {
        List<Integer> useful = new ArrayList<>();
        for (int point = 0; point < values.size(); point++) {
            if (values.get(point) != centre) {
                useful.add(point);
            }
        }
        return useful;
    }

    private static boolean sameSide(List<Double> values, double centre, int one, int other) {
        return values.get(one) > centre == values.get(other) > centre;
    }

    /** Points on the centre line neither break a shift nor count in it. */
    private static List<Finding> shifts(List<Double> values, double centre, List<Integer> useful) {
        List<Finding> shifts = new ArrayList<>();
        for (int from = 0; from < useful.size(); ) {
            int to = from;
            while (to + 1 < useful.size() && sameSide(values, centre, useful.get(to), useful.get(to + 1))) {
                to++;
            }
            if (to - from + 1 >= SHIFT) {
                shifts.add(new Finding(Rule.SHIFT, useful.get(from), useful.get(to)));
            }
            from = to + 1;
        }
        return shifts;
    }

    /** Of neighbours that are the same only the first counts; they do not break a trend. */
    private static List<Finding> trends(List<Double> values) {
        List<Integer> different = new ArrayList<>();
        for (int point = 0; point < values.size(); point++) {
            if (point == 0 || !values.get(point).equals(values.get(point - 1))) {
                different.add(point);
            }
        }
        List<Finding> trends = new ArrayList<>();
        for (int from = 0; from < different.size() - 1; ) {
            boolean rises = values.get(different.get(from + 1)) > values.get(different.get(from));
            int to = from + 1;
            while (to + 1 < different.size()
                    && values.get(different.get(to + 1)) > values.get(different.get(to)) == rises) {
                to++;
            }
            if (to - from + 1 >= TREND) {
                trends.add(new Finding(Rule.TREND, different.get(from), different.get(to)));
            }
            from = to;
        }
        return trends;
    }

    /** How many unbroken stretches on one side of the centre line there are. */
    private static int runs(List<Double> values, double centre, List<Integer> useful) {
        int runs = 1;
        for (int at = 1; at < useful.size(); at++) {
            if (!sameSide(values, centre, useful.get(at - 1), useful.get(at))) {
                runs++;
            }
        }
        return runs;
    }

    private static int longest(List<Double> values, double centre, List<Integer> useful) {
        int longest = 1;
        int now = 1;
        for (int at = 1; at < useful.size(); at++) {
            now = sameSide(values, centre, useful.get(at - 1), useful.get(at)) ? now + 1 : 1;
            longest = Math.max(longest, now);
        }
        return longest;
    }

    /** The greatest number of runs that is too few: chance gives it, or fewer, at most 2.5 times in a hundred; 0 where none is. */
    static int fewest(int above, int below) {
        double sum = 0;
        int fewest = 0;
        for (int runs = 1; runs <= above + below; runs++) {
            sum += chanceOf(runs, above, below);
            if (sum > TAIL) {
                return fewest;
            }
            fewest = runs;
        }
        return fewest;
    }

    /** The smallest number of runs that is too many. */
    static int most(int above, int below) {
        double sum = 0;
        int most = above + below + 1;
        for (int runs = above + below; runs >= 1; runs--) {
            sum += chanceOf(runs, above, below);
            if (sum > TAIL) {
                return most;
            }
            most = runs;
        }
        return most;
    }

    /** How often chance gives so many runs of so many points on either side. */
    private static double chanceOf(int runs, int above, int below) {
        if (above == 0 || below == 0) {
            return runs == 1 ? 1 : 0;
        }
        int half = runs / 2;
        double ways = runs % 2 == 0
                ? 2 * ways(above, half) * ways(below, half)
                : ways(above, half + 1) * ways(below, half) + ways(above, half) * ways(below, half + 1);
        return ways / CombinatoricsUtils.binomialCoefficientDouble(above + below, above);
    }

    /** In how many ways so many points fall into so many runs. */
    private static double ways(int points, int runs) {
        return runs < 1 || runs > points ? 0 : CombinatoricsUtils.binomialCoefficientDouble(points - 1, runs - 1);
    }

    /** The longest run that chance makes among so many points (Anhøj and Olesen): log₂ of them, rounded, and three. */
    static int longestByChance(int points) {
        return (int) Math.round(Math.log(points) / Math.log(2)) + 3;
    }

    /** The fewest crossings that chance makes among so many points (Anhøj and Olesen): the lower 5 per cent of a fair coin. */
    static int fewestCrossings(int points) {
        return new BinomialDistribution(points - 1, 0.5).inverseCumulativeProbability(CROSSINGS_TAIL);
    }

    /** The middle value; of an even number, the mean of the two in the middle. */
    public static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
