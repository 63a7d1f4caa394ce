package se.samverkan.statistics.chart;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A line the height of a word, beside the number it leads to; decoration, since the number and its page say the same. */
public final class Spark {

    private static final double WIDTH = 112;
    private static final double HEIGHT = 26;

    private Spark() {}

    /**
     * The line of some values in order; a gap where one is missing, nothing where there are fewer than two.
     *
     * @param breaks where in the order the values mean something else than before; no line goes there
     * @param low the foot of the scale, the same for every line of a table
     * @param high its top
     */
    public static String draw(List<@Nullable Double> values, Set<Integer> breaks, double low, double high) {
        if (values.stream().filter(value -> value != null).count() < 2 || high <= low) {
            return "";
        }
        Pen pen = new Pen(300);
        pen.raw("<svg class=\"spark\" viewBox=\"0 0 112 26\" aria-hidden=\"true\" focusable=\"false\">"
                + "<path class=\"c-own\" fill=\"none\" stroke=\"#17594F\" stroke-width=\"1.6\" d=\"");
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value != null) {
                double x = 3 + i * (WIDTH - 6) / Math.max(1, values.size() - 1);
                double y = HEIGHT - 3 - (value - low) / (high - low) * (HEIGHT - 6);
                pen.point(drawing && !breaks.contains(i) ? 'L' : 'M', x, y);
            }
            drawing = value != null;
        }
        return pen.raw("\"/></svg>").toString();
    }
}
