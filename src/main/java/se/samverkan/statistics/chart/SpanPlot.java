package se.samverkan.statistics.chart;

import java.util.List;

/** Some estimates under each other on one scale, each a dot with its interval, and a line at nought. */
public final class SpanPlot {

    private static final double LEFT = 24;
    private static final double RIGHT = 536;
    private static final double TOP = 8;
    private static final double ROW = 52;

    private final List<Span> spans;
    private final Axis axis;

    /** An estimate with its interval. */
    public record Span(String label, double value, double low, double high) {}

    /** @param spans from the top down, at least one */
    public SpanPlot(List<Span> spans, Axis.TickWriter writer) {
        this.spans = List.copyOf(spans);
        this.axis = Axis.around(
                Math.min(0, spans.stream().mapToDouble(Span::low).min().orElse(0)),
                Math.max(0, spans.stream().mapToDouble(Span::high).max().orElse(0)),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                "",
                writer);
    }

    /**
     * The picture.
     *
     * @param title what it says, for those who do not see it
     */
    public String draw(String title) {
        double bottom = TOP + ROW * spans.size();
        Pen pen = new Pen(3_000);
        pen.raw("<svg class=\"effects\" role=\"img\" viewBox=\"0 0 560 ")
                .number(bottom + 32)
                .raw("\"><title>")
                .text(title)
                .raw("</title>");
        for (int tick = 0; tick <= axis.steps(); tick++) {
            double x = x(axis.low() + tick * axis.step());
            line(x, TOP, x, bottom, "c-grid", pen);
            word(x, bottom + 22, "middle", axis.labels().get(tick), pen);
        }
        line(x(0), TOP, x(0), bottom, "c-zero", pen);
        for (int place = 0; place < spans.size(); place++) {
            span(spans.get(place), TOP + ROW * place, pen);
        }
        return pen.raw("</svg>").toString();
    }

    private void span(Span span, double top, Pen pen) {
        word(LEFT, top + 18, "start", span.label, pen);
        double y = top + 34;
        pen.raw("<path class=\"c-own\" fill=\"none\" stroke=\"#17594F\" stroke-width=\"2\" d=\"");
        pen.point('M', x(span.low), y).point('L', x(span.high), y).raw("\"/>");
        pen.raw("<circle class=\"c-mark\" fill=\"#17594F\" r=\"5\"").attribute("cx", x(span.value));
        pen.attribute("cy", y).raw("/>");
    }

    private static void word(double x, double y, String anchor, String words, Pen pen) {
        pen.raw("<text class=\"c-text\" font-size=\"13\" text-anchor=\"")
                .raw(anchor)
                .raw("\"")
                .attribute("x", x);
        pen.attribute("y", y).raw(">").text(words).raw("</text>");
    }

    private static void line(double x1, double y1, double x2, double y2, String kind, Pen pen) {
        pen.raw("<path class=\"").raw(kind).raw("\" fill=\"none\" stroke=\"#51606F\" d=\"");
        pen.point('M', x1, y1).point('L', x2, y2).raw("\"/>");
    }

    private double x(double value) {
        return LEFT + (value - axis.low()) / (axis.high() - axis.low()) * (RIGHT - LEFT);
    }
}
