package se.samverkan.statistics.estimate;

import java.util.List;
import java.util.stream.IntStream;
import se.samverkan.statistics.estimate.Observed.Table;

/** The units that src/test/resources/estimate/expected.R makes by the same arithmetic, as many as are wanted. */
final class InventedUnits {

    private InventedUnits() {}

    static Table of(int k) {
        return new Table(
                List.of("x1", "x2"),
                IntStream.rangeClosed(1, k)
                        .mapToObj(i -> {
                            double x1 = u(i, 37);
                            double x2 = 5 + 10 * u(i, 411);
                            double y = 3 + 2 * x1 - 0.25 * x2 + u(i, 1231) + u(i, 4099) + u(i, 7919) - 1.5;
                            return new Observed(Integer.toString(i), y, 0.01 + 0.3 * u(i, 2003), List.of(x1, x2));
                        })
                        .toList());
    }

    private static double u(long i, long m) {
        return i * m % 10007 / 10007.0;
    }
}
