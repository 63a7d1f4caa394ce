package se.samverkan.statistics.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Estimates over time with their intervals, before and after something began: a dot and a line for each, a line at nought, and a
 * broken line where it began. Those before are hollow, since they should be nothing.
 */
public final class EventPlot {

    private static final double LEFT = 64;
    private static final double RIGHT = 548;
    private static final double TOP = 14;
    private static final double BOTTOM = 236;

    private final List<Point> points;
    private final Axis axis;

    /**
     * An estimate.
     *
     * @param label the time, short
     * @param low the lower end of its interval, or null where chance cannot be judged
     * @param high the upper end, or null
     * @param before whether it lies before the start
     */
    public record Point(
            String label,
            double value,
            @Nullable Double low,
            @Nullable Double high,
            boolean before) {}

    /** @param points from left to right, at least one */
    public EventPlot(List<Point> points, Axis.TickWriter writer) {
        this.points = List.copyOf(points);
        double low = 0;
        double high = 0;
        for (Point point : points) {
            Double from = point.low;
            Double to = point.high;
            low = Math.min(low, from == null ? point.value : from);
            high = Math.max(high, to == null ? point.value : to);
        }
        this.axis = Axis.around(low, high, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "", writer);
    }

    /**
     * The picture.
     *
     * @param title what it says, for those who do not see it
     * @param began what is written at the line where it began
     */
    public String draw(String title, String began) {
        Pen pen = new Pen(3_000);
        pen.raw("<svg class=\"effects\" role=\"img\" viewBox=\"0 0 560 276\"><title>")
                .text(title)
                .raw("</title>");
        for (int tick = 0; tick <= axis.steps(); tick++) {
            tick(tick, pen);
        }
        line(LEFT, y(0), RIGHT, y(0), "c-zero", "", pen);
        start(began, pen);
        for (int place = 0; place < points.size(); place++) {
            point(place, points.get(place), pen);
        }
        return pen.raw("</svg>").toString();
    }

    private void tick(int tick, Pen pen) {
        double y = y(axis.low() + tick * axis.step());
        line(LEFT, y, RIGHT, y, "c-grid", "", pen);
        pen.raw("<text class=\"c-text\" font-size=\"13\" text-anchor=\"end\"").attribute("x", LEFT - 8);
        pen.attribute("y", y + 4).raw(">").text(axis.labels().get(tick)).raw("</text>");
    }

    private void start(String began, Pen pen) {
        int before = (int) points.stream().filter(Point::before).count();
        if (before == 0 || before == points.size()) {
            return;
        }
        double x = (x(before - 1) + x(before)) / 2;
        line(x, TOP, x, BOTTOM, "c-break", " stroke-dasharray=\"4 4\"", pen);
        pen.raw("<text class=\"c-text\" font-size=\"13\"").attribute("x", x + 6);
        pen.attribute("y", TOP + 10).raw(">").text(began).raw("</text>");
    }

    private void point(int place, Point point, Pen pen) {
        double x = x(place);
        Double low = point.low;
        Double high = point.high;
        if (low != null && high != null) {
            pen.raw("<path class=\"c-own\" fill=\"none\" stroke=\"#17594F\" stroke-width=\"2\" d=\"");
            pen.point('M', x, y(low)).point('L', x, y(high)).raw("\"/>");
        }
        pen.raw(
                        point.before
                                ? "<circle class=\"c-mark c-hollow\" fill=\"#FFFFFF\" stroke=\"#17594F\" stroke-width=\"2\" r=\"5\""
                                : "<circle class=\"c-mark\" fill=\"#17594F\" r=\"5\"")
                .attribute("cx", x);
        pen.attribute("cy", y(point.value)).raw("/>");
        pen.raw("<text class=\"c-text\" font-size=\"13\" text-anchor=\"middle\"")
                .attribute("x", x);
        pen.attribute("y", BOTTOM + 24).raw(">").text(point.label).raw("</text>");
    }

    private static void line(double x1, double y1, double x2, double y2, String kind, String more, Pen pen) {
        pen.raw("<path class=\"")
                .raw(kind)
                .raw("\" fill=\"none\" stroke=\"#51606F\"")
                .raw(more)
                .raw(" d=\"");
        pen.point('M', x1, y1).point('L', x2, y2).raw("\"/>");
    }

    private double x(int place) {
        double step = (RIGHT - LEFT) / points.size();
        return LEFT + step * (place + 0.5);
    }

    private double y(double value) {
        return BOTTOM - (value - axis.low()) / (axis.high() - axis.low()) * (BOTTOM - TOP);
    }
}
