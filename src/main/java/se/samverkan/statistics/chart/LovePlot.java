package se.samverkan.statistics.chart;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How alike two groups are before and after matching, a line for each covariate (Love plot, after T. E. Love): a hollow ring
 * before, a filled dot after, and a band in which groups are usually called balanced. The table with the same numbers
 * stands beside it.
 */
public final class LovePlot {

    private static final double LEFT = 190;
    private static final double RIGHT = 545;
    private static final double ROW = 26;
    private static final double TOP = 14;

    private final List<Row> rows;
    private final double band;
    private final double reach;

    /**
     * A covariate.
     *
     * @param label what it is called
     * @param before the standardised difference before, empty where there is none
     * @param after the same after
     */
    public record Row(String label, OptionalDouble before, OptionalDouble after) {}

    /** @param band the largest difference that is called balanced, above 0 */
    public LovePlot(List<Row> rows, double band) {
        this.rows = List.copyOf(rows);
        this.band = band;
        this.reach = Math.max(
                band * 2,
                rows.stream()
                        .flatMap(row -> java.util.stream.Stream.of(row.before(), row.after()))
                        .flatMapToDouble(OptionalDouble::stream)
                        .map(Math::abs)
                        .max()
                        .orElse(0));
    }

    /**
     * The picture.
     *
     * @param title what it says, for those who do not see it
     * @param ends how the ends of the scale and the middle are written, from the left
     */
    public String draw(String title, List<String> ends) {
        double bottom = TOP + rows.size() * ROW;
        Pen pen = new Pen(2_000);
        pen.raw("<svg class=\"love\" role=\"img\" viewBox=\"0 0 560 ")
                .number(bottom + 26)
                .raw("\"><title>")
                .text(title);
        pen.raw("</title><rect class=\"c-band\" fill=\"#DEDAD1\" fill-opacity=\"0.5\"")
                .attribute("x", x(-band));
        pen.attribute("y", TOP)
                .attribute("width", x(band) - x(-band))
                .attribute("height", bottom - TOP)
                .raw("/>");
        pen.raw("<path class=\"c-grid\" fill=\"none\" stroke=\"#51606F\" d=\"");
        pen.point('M', x(0), TOP).point('L', x(0), bottom).raw("\"/>");
        for (int place = 0; place < rows.size(); place++) {
            draw(rows.get(place), TOP + ROW * place + ROW / 2, pen);
        }
        tick(-reach, ends.get(0), "start", bottom, pen);
        tick(0, ends.get(1), "middle", bottom, pen);
        tick(reach, ends.get(2), "end", bottom, pen);
        return pen.raw("</svg>").toString();
    }

    /** How far the scale reaches to either side. */
    public double reach() {
        return reach;
    }

    private void draw(Row row, double y, Pen pen) {
        pen.raw("<text class=\"c-text\" font-size=\"13\" text-anchor=\"end\"").attribute("x", LEFT - 14);
        pen.attribute("y", y + 4).raw(">").text(row.label()).raw("</text>");
        if (row.before().isPresent()) {
            pen.raw("<circle class=\"love-before\" fill=\"none\" stroke=\"#51606F\" stroke-width=\"2\" r=\"5\"");
            pen.attribute("cx", x(row.before().getAsDouble()))
                    .attribute("cy", y)
                    .raw("/>");
        }
        if (row.after().isPresent()) {
            pen.raw("<circle class=\"c-dot\" fill=\"#17594F\" r=\"5\"");
            pen.attribute("cx", x(row.after().getAsDouble())).attribute("cy", y).raw("/>");
        }
    }

    private void tick(double value, String label, String anchor, double bottom, Pen pen) {
        pen.raw("<text class=\"c-text\" font-size=\"12\" text-anchor=\"")
                .raw(anchor)
                .raw("\"");
        pen.attribute("x", x(value))
                .attribute("y", bottom + 18)
                .raw(">")
                .text(label)
                .raw("</text>");
    }

    private double x(double value) {
        return LEFT + (value + reach) / (2 * reach) * (RIGHT - LEFT);
    }
}
