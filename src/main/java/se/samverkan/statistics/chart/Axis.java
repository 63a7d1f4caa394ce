package se.samverkan.statistics.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A scale with few, even steps.
 *
 * @param low where it begins
 * @param step the distance between two ticks
 * @param steps how many steps there are
 * @param labels the ticks as they are written, from the lowest, one more than the steps
 * @param unit what is measured, for the axis title
 */
public record Axis(double low, double step, int steps, List<String> labels, String unit) {

    private static final double[] FACTORS = {1, 2, 2.5, 5, 10};

    /** Writes a tick's value. */
    @FunctionalInterface
    public interface TickWriter {
        String write(double value, int decimals);
    }

    /**
     * A scale around the values: at most four steps of 1, 2, 2.5 or 5 times a power of ten, within the limits.
     *
     * @param min the lowest value shown
     * @param max the highest value shown
     * @param floor what the scale never goes below, such as 0
     * @param ceiling what it never goes above, such as 100 for a share
     */
    public static Axis around(double min, double max, double floor, double ceiling, String unit, TickWriter writer) {
        double span = Math.max(max - min, Math.max(Math.abs(max) * 0.08, 1e-6));
        double step = niceStep(span / 3);
        double low = Math.max(floor, Math.floor(min / step + 1e-9) * step);
        int steps = Math.max(1, (int) Math.ceil((Math.min(max, ceiling) - low) / step - 1e-9));
        int decimals = step >= 1 && step == Math.rint(step) ? 0 : step >= 0.1 && step != 0.25 ? 1 : 2;
        List<String> labels = IntStream.rangeClosed(0, steps)
                .mapToObj(i -> writer.write(low + i * step, decimals))
                .toList();
        return new Axis(low, step, steps, labels, unit);
    }

    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : FACTORS) {
            if (factor * power >= rough * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    double high() {
        return low + step * steps;
    }
}
