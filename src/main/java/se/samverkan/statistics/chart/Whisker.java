package se.samverkan.statistics.chart;

/**
 * An estimate as a dot with its interval as a line, on a scale that a whole table shares; decoration, since the numbers
 * stand beside it. A tick marks where the scale is nought.
 */
public final class Whisker {

    private static final double WIDTH = 160;
    private static final double MIDDLE = 12;
    private static final double MARGIN = 5;

    private final double low;
    private final double high;

    /**
     * @param low the left end of the scale
     * @param high its right end, above the left one
     */
    public Whisker(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** The picture of one estimate; what lies outside the scale is drawn at its end. */
    public String draw(double from, double estimate, double to) {
        Pen pen = new Pen(400);
        pen.raw("<svg class=\"whisker\" viewBox=\"0 0 160 24\" aria-hidden=\"true\" focusable=\"false\">");
        pen.raw("<path class=\"c-grid\" fill=\"none\" stroke=\"#DEDAD1\" d=\"");
        pen.point('M', x(0), 2).point('L', x(0), 22).raw("\"/>");
        pen.raw("<path class=\"c-own\" fill=\"none\" stroke=\"#17594F\" stroke-width=\"2\" d=\"");
        pen.point('M', x(from), MIDDLE).point('L', x(to), MIDDLE).raw("\"/>");
        pen.raw("<circle class=\"c-dot\" fill=\"#17594F\"")
                .attribute("cx", x(estimate))
                .attribute("cy", MIDDLE)
                .raw(" r=\"4\"/></svg>");
        return pen.toString();
    }

    private double x(double value) {
        double share = Math.clamp((value - low) / (high - low), 0, 1);
        return MARGIN + share * (WIDTH - 2 * MARGIN);
    }
}
