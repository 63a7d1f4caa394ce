package se.samverkan.statistics.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How one measure goes together with another: lines with a band around them, and the means of groups as dots. Where something decided at
 * a place on the scale, a broken line stands there.
 */
public final class LinePlot {

    private static final double LEFT = 64;
    private static final double RIGHT = 544;
    private static final double TOP = 14;
    private static final double BOTTOM = 236;

    private final List<Dot> dots;
    private final List<Stretch> lines;
    private final List<Reach> band;
    private final Axis across;
    private final Axis up;

    /** The mean of a group. */
    public record Dot(double x, double y) {}

    /** A straight line. */
    public record Stretch(double fromX, double fromY, double toX, double toY) {}

    /** How far the line can lie from where it is drawn, at a place. */
    public record Reach(double x, double low, double high) {}

    /**
     * @param dots the means of groups
     * @param lines at least one
     * @param band from left to right, or nothing
     */
    public LinePlot(List<Dot> dots, List<Stretch> lines, List<Reach> band, Axis.TickWriter writer) {
        this.dots = List.copyOf(dots);
        this.lines = List.copyOf(lines);
        this.band = List.copyOf(band);
        this.across = axis(
                Stream.of(
                                dots.stream().map(Dot::x),
                                band.stream().map(Reach::x),
                                lines.stream().flatMap(line -> Stream.of(line.fromX, line.toX)))
                        .flatMap(each -> each)
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                writer);
        this.up = axis(
                Stream.of(
                                dots.stream().map(Dot::y),
                                band.stream().flatMap(each -> Stream.of(each.low, each.high)),
                                lines.stream().flatMap(line -> Stream.of(line.fromY, line.toY)))
                        .flatMap(each -> each)
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                writer);
    }

    private static Axis axis(double[] values, Axis.TickWriter writer) {
        return Axis.around(
                DoubleStream.of(values).min().orElse(0),
                DoubleStream.of(values).max().orElse(0),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                "",
                writer);
    }

    /**
     * The picture.
     *
     * @param title what it says, for those who do not see it
     * @param below what the scale from left to right is
     * @param decided where something decided, with what is written at it; or nothing
     */
    public String draw(String title, String below, Optional<String> decided) {
        Pen pen = new Pen(4_000);
        pen.raw("<svg class=\"effects\" role=\"img\" viewBox=\"0 0 560 296\"><title>")
                .text(title)
                .raw("</title>");
        for (int tick = 0; tick <= up.steps(); tick++) {
            double y = y(up.low() + tick * up.step());
            line(LEFT, y, RIGHT, y, "c-grid", "#51606F", "", pen);
            word(LEFT - 8, y + 4, "end", up.labels().get(tick), pen);
        }
        for (int tick = 0; tick <= across.steps(); tick++) {
            word(
                    x(across.low() + tick * across.step()),
                    BOTTOM + 22,
                    "middle",
                    across.labels().get(tick),
                    pen);
        }
        word((LEFT + RIGHT) / 2, BOTTOM + 46, "middle", below, pen);
        band(pen);
        decided.ifPresent(words -> decided(words, pen));
        for (Stretch line : lines) {
            line(
                    x(line.fromX),
                    y(line.fromY),
                    x(line.toX),
                    y(line.toY),
                    "c-own",
                    "#17594F",
                    " stroke-width=\"2\"",
                    pen);
        }
        for (Dot dot : dots) {
            pen.raw("<circle class=\"c-mark c-hollow\" fill=\"#FFFFFF\" stroke=\"#17594F\" stroke-width=\"2\" r=\"5\"")
                    .attribute("cx", x(dot.x));
            pen.attribute("cy", y(dot.y)).raw("/>");
        }
        return pen.raw("</svg>").toString();
    }

    private void band(Pen pen) {
        if (band.isEmpty()) {
            return;
        }
        pen.raw("<path class=\"c-band\" fill=\"#DEDAD1\" d=\"");
        for (int place = 0; place < band.size(); place++) {
            pen.point(place == 0 ? 'M' : 'L', x(band.get(place).x), y(band.get(place).high));
        }
        for (Reach each : band.reversed()) {
            pen.point('L', x(each.x), y(each.low));
        }
        pen.raw("Z\"/>");
    }

    private void decided(String words, Pen pen) {
        line(x(0), TOP, x(0), BOTTOM, "c-break", "#51606F", " stroke-dasharray=\"4 4\"", pen);
        boolean right = x(0) > (LEFT + RIGHT) / 2;
        word(x(0) + (right ? -6 : 6), TOP + 10, right ? "end" : "start", words, pen);
    }

    private static void word(double x, double y, String anchor, String words, Pen pen) {
        pen.raw("<text class=\"c-text\" font-size=\"13\" text-anchor=\"")
                .raw(anchor)
                .raw("\"")
                .attribute("x", x);
        pen.attribute("y", y).raw(">").text(words).raw("</text>");
    }

    private static void line(
            double x1, double y1, double x2, double y2, String kind, String colour, String more, Pen pen) {
        pen.raw("<path class=\"")
                .raw(kind)
                .raw("\" fill=\"none\" stroke=\"")
                .raw(colour)
                .raw("\"");
        pen.raw(more).raw(" d=\"");
        pen.point('M', x1, y1).point('L', x2, y2).raw("\"/>");
    }

    private double x(double value) {
        return LEFT + (value - across.low()) / (across.high() - across.low()) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - (value - up.low()) / (up.high() - up.low()) * (BOTTOM - TOP);
    }
}
