package se.samverkan.statistics.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws a {@link Chart}: the span as a grey band, thin lines, one's own line on top with soft intervals, hollow marks at
 * the foot where there is no figure, labels at the lines' right ends.
 *
 * <p>Every colour is a presentation attribute with a class beside it: documents and print take the attribute, the page's
 * style sheet overrides it in its own colours, also dark ones. A broken line means a period without a figure.
 */
public final class SmallChart {

    private static final double HEIGHT = 176;
    private static final double LEFT = 34;
    private static final double RIGHT = 250;
    private static final double TOP = 18;
    private static final double BOTTOM = 150;

    private final Chart chart;
    private final Pen pen = new Pen(3000);

    private SmallChart(Chart chart) {
        this.chart = chart;
    }

    /** The chart as an {@code svg} element that can stand in a page. */
    public static String draw(Chart chart) {
        return new SmallChart(chart).draw();
    }

    private String draw() {
        open();
        grid();
        band();
        chart.lines().forEach(this::thinLine);
        intervals();
        ownLine();
        marks();
        breaks();
        happenings();
        labels();
        return pen.raw("</svg>").toString();
    }

    private void open() {
        pen.raw("<svg class=\"chart\" viewBox=\"0 0 340 176\" role=\"img\" aria-labelledby=\"")
                .text(chart.id())
                .raw("-t ")
                .text(chart.id())
                .raw("-d\" font-size=\"12\"><title id=\"")
                .text(chart.id())
                .raw("-t\">")
                .text(chart.title())
                .raw("</title><desc id=\"")
                .text(chart.id())
                .raw("-d\">")
                .text(chart.description())
                .raw("</desc>");
    }

    private void grid() {
        Axis axis = chart.axis();
        pen.raw("<path class=\"c-grid\" fill=\"none\" stroke=\"#DEDAD1\" d=\"");
        for (int i = 0; i <= axis.steps(); i++) {
            double y = y(axis.low() + i * axis.step());
            pen.point('M', LEFT, y).raw("H").number(RIGHT);
        }
        pen.raw("\"/><g class=\"c-tick\" fill=\"#51606F\"><text x=\"0\" y=\"10\">")
                .text(axis.unit())
                .raw("</text><g text-anchor=\"end\">");
        for (int i = 0; i <= axis.steps(); i++) {
            text(LEFT - 5, y(axis.low() + i * axis.step()) + 4, axis.labels().get(i));
        }
        pen.raw("</g>");
        periods();
        pen.raw("</g>");
    }

    private void periods() {
        int last = chart.slots().size() - 1;
        pen.raw("<g text-anchor=\"middle\">");
        int every = last <= 4 ? 1 : last <= 8 ? 2 : 3;
        for (int slot = last; slot >= 0; slot -= every) {
            text(Math.max(x(slot), 18), HEIGHT - 8, chart.slots().get(slot));
        }
        pen.raw("</g>");
    }

    private void band() {
        List<Chart.Span> spans = chart.band();
        for (int from = 0; from < spans.size(); ) {
            int to = from;
            while (to + 1 < spans.size()
                    && follows(spans.get(to).slot(), spans.get(to + 1).slot())) {
                to++;
            }
            bandPiece(spans.subList(from, to + 1));
            from = to + 1;
        }
    }

    private boolean follows(int before, int slot) {
        return before == slot - 1 && chart.isWhole(slot);
    }

    /** Neighbouring slots as one shape; a slot by itself becomes a short bar. */
    private void bandPiece(List<Chart.Span> piece) {
        pen.raw("<path class=\"c-band\" fill=\"#DEDAD1\" d=\"");
        double widen = piece.size() == 1 ? 6 : 0;
        Chart.Span first = piece.getFirst();
        pen.point('M', x(first.slot()) - widen, y(first.high()));
        for (Chart.Span span : piece) {
            pen.point('L', x(span.slot()) + widen, y(span.high()));
        }
        for (Chart.Span span : piece.reversed()) {
            pen.point('L', x(span.slot()) + widen, y(span.low()));
        }
        pen.point('L', x(first.slot()) - widen, y(first.low())).raw("z\"/>");
    }

    private void thinLine(Chart.Line line) {
        boolean country = line.kind().equals("country");
        pen.raw("<path class=\"c-").raw(line.kind()).raw("\" fill=\"none\" stroke=\"#51606F\"");
        pen.raw(country ? " stroke-dasharray=\"1.5 3\" stroke-linecap=\"round\" d=\"" : " d=\"");
        for (int i = 0; i < line.slots().length; i++) {
            boolean follows = i > 0 && follows(line.slots()[i - 1], line.slots()[i]);
            pen.point(follows ? 'L' : 'M', x(line.slots()[i]), y(line.values()[i]));
            if (line.slots().length == 1) {
                pen.raw("h-8m8 0h8");
            }
        }
        pen.raw("\"/>");
    }

    private void intervals() {
        for (Chart.Point point : chart.points()) {
            if (point.low() != null && point.high() != null) {
                pen.raw("<rect class=\"c-interval\" fill=\"#17594F\" fill-opacity=\"0.22\" rx=\"4\" width=\"10\"");
                pen.attribute("x", x(point.slot()) - 5)
                        .attribute("y", y(point.high()))
                        .attribute("height", Math.max(1, y(point.low()) - y(point.high())))
                        .raw("/>");
            }
        }
    }

    private void ownLine() {
        pen.raw(
                "<path class=\"c-own\" fill=\"none\" stroke=\"#17594F\" stroke-width=\"2.2\" stroke-linejoin=\"round\" d=\"");
        int before = -2;
        for (Chart.Point point : chart.points()) {
            Double value = point.value();
            if (value != null) {
                pen.point(follows(before, point.slot()) ? 'L' : 'M', x(point.slot()), y(value));
                before = point.slot();
            }
        }
        pen.raw("\"/>");
    }

    private void marks() {
        pen.raw("<g class=\"c-mark\" fill=\"#17594F\" stroke=\"#17594F\">");
        for (Chart.Point point : chart.points()) {
            Double value = point.value();
            pen.raw("<circle").attribute("cx", x(point.slot()));
            if (value == null) {
                pen.raw(" class=\"c-hollow\" fill=\"#FFFFFF\" stroke-dasharray=\"2 1.5\"")
                        .attribute("cy", BOTTOM - 5)
                        .raw(" r=\"4\">");
            } else {
                pen.attribute("cy", y(value)).raw(" r=\"2.6\">");
            }
            pen.raw("<title>").text(point.words()).raw("</title></circle>");
        }
        pen.raw("</g>");
    }

    /** A dashed upright between two periods, from foot to top. */
    private void breaks() {
        for (Chart.Break each : chart.breaks()) {
            double x = (x(each.slot() - 1) + x(each.slot())) / 2;
            pen.raw("<path class=\"c-break\" fill=\"none\" stroke=\"#51606F\" stroke-dasharray=\"4 3\" d=\"")
                    .point('M', x, TOP - 8)
                    .point('L', x, BOTTOM)
                    .raw("\"><title>")
                    .text(each.words())
                    .raw("</title></path>");
        }
    }

    /** A small wedge at the foot, between two periods. */
    private void happenings() {
        for (Chart.Mark each : chart.marks()) {
            double x = each.slot() == 0 ? x(0) - 8 : (x(each.slot() - 1) + x(each.slot())) / 2;
            pen.raw("<path class=\"c-break\" fill=\"#51606F\" stroke=\"none\" d=\"")
                    .point('M', x, BOTTOM - 9)
                    .point('L', x - 4, BOTTOM)
                    .point('L', x + 4, BOTTOM)
                    .raw("z\"><title>")
                    .text(each.words())
                    .raw("</title></path>");
        }
    }

    private void labels() {
        List<Label> labels = new ArrayList<>();
        Label own = ownLabel();
        if (own != null) {
            labels.add(own);
        }
        for (Chart.Line line : chart.lines()) {
            labels.add(new Label(line.label(), y(line.values()[line.values().length - 1]), "#51606F", ""));
        }
        if (!chart.band().isEmpty()) {
            Chart.Span last = chart.band().getLast();
            labels.add(new Label(chart.bandLabel(), (y(last.low()) + y(last.high())) / 2, "#51606F", ""));
        }
        Label.spread(labels, TOP - 6, BOTTOM + 4).forEach(this::label);
    }

    private @Nullable Label ownLabel() {
        return chart.points().reversed().stream()
                .map(Chart.Point::value)
                .filter(value -> value != null)
                .findFirst()
                .map(value -> new Label(chart.ownLabel(), y(value), "#17594F", "c-name"))
                .orElse(null);
    }

    private void label(Label label) {
        pen.raw("<text").attribute("x", RIGHT + 9).attribute("y", label.y() + 4);
        pen.raw(" class=\"")
                .raw(label.kind().isEmpty() ? "c-tick" : label.kind())
                .raw("\" fill=\"")
                .raw(label.colour())
                .raw(label.kind().isEmpty() ? "\">" : "\" font-weight=\"600\">")
                .text(label.words())
                .raw("</text>");
    }

    private void text(double x, double y, String words) {
        pen.raw("<text")
                .attribute("x", x)
                .attribute("y", y)
                .raw(">")
                .text(words)
                .raw("</text>");
    }

    private double x(int slot) {
        int last = chart.slots().size() - 1;
        return last <= 0 ? (LEFT + RIGHT) / 2 : LEFT + 10 + slot * (RIGHT - LEFT - 20) / last;
    }

    private double y(double value) {
        Axis axis = chart.axis();
        double share = (value - axis.low()) / (axis.high() - axis.low());
        return BOTTOM - Math.clamp(share, 0, 1) * (BOTTOM - TOP);
    }
}
