package se.samverkan.statistics.estimate;

import java.util.Locale;
import java.util.stream.IntStream;
import se.samverkan.statistics.estimate.RankProbabilities.Need;

/**
 * Measures the methods in this process: the very first time, when Java has not yet compiled them, and the median of many
 * times after that.
 */
final class MethodsBenchmark {

    private static final int TIMES = 15;

    private MethodsBenchmark() {}

    public static void main(String[] arguments) {
        Observed.Table few = InventedUnits.of(1_500);
        first("estimate of 1,500 units", millis(() -> MetaRegression.fit(few)));
        print("estimate of 1,500 units", median(() -> MetaRegression.fit(few)), 50);
        Observed.Table many = InventedUnits.of(100_000);
        first("estimate of 100,000 units", millis(() -> MetaRegression.fit(many)));
        print("estimate of 100,000 units", median(() -> MetaRegression.fit(many)), 2_000);
        var units = IntStream.range(0, 1_700)
                .mapToObj(i -> new Estimate("s" + i, 200 + i * 7919 % 1_000 / 10.0, 5 + i % 7))
                .toList();
        first("ranks of 1,700 units", ranks(units));
        print("ranks of 1,700 units", median(() -> RankProbabilities.of(units, 86, Need.LOWEST, 42)), 1_000);
    }

    private static double ranks(java.util.List<Estimate> units) {
        return millis(() -> RankProbabilities.of(units, 86, Need.LOWEST, 42));
    }

    private static double median(Runnable work) {
        return IntStream.range(0, TIMES)
                .mapToDouble(i -> millis(work))
                .sorted()
                .skip(TIMES / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void first(String what, double millis) {
        System.out.printf(
                Locale.ROOT, "%-46s %13.1f ms   with what Java loads and compiles%n", what + ", first time", millis);
    }

    private static void print(String what, double millis, int goal) {
        System.out.printf(Locale.ROOT, "%-46s %13.1f ms   goal %d ms%n", what, millis, goal);
    }
}
