package se.samverkan.statistics.chart;

import java.util.List;

/**
 * What chance makes by itself as bars, and what was found as a line through them: far out among the bars, chance seldom makes it; in
 * their middle, it often does.
 */
public final class ChancePlot {

    private static final double LEFT = 16;
    private static final double RIGHT = 544;
    private static final double TOP = 30;
    private static final double BOTTOM = 180;

    private final double from;
    private final double width;
    private final List<Integer> counts;

    /**
     * @param from where the first bar begins
     * @param width of each bar, above 0
     * @param counts how often chance fell in each
     */
    public ChancePlot(double from, double width, List<Integer> counts) {
        this.from = from;
        this.width = width;
        this.counts = List.copyOf(counts);
    }

    /**
     * The picture.
     *
     * @param title what it says, for those who do not see it
     * @param found where the line is
     * @param label what is written at it
     * @param ends how the ends of the scale and the middle are written, from the left
     */
    public String draw(String title, double found, String label, List<String> ends) {
        Pen pen = new Pen(4_000);
        pen.raw("<svg class=\"effects\" role=\"img\" viewBox=\"0 0 560 212\"><title>")
                .text(title)
                .raw("</title>");
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
        double bar = (RIGHT - LEFT) / counts.size();
        for (int place = 0; place < counts.size(); place++) {
            double height = (BOTTOM - TOP) * counts.get(place) / Math.max(1, most);
            pen.raw("<rect class=\"c-bar\" fill=\"#B9B4A8\"").attribute("x", LEFT + place * bar + 0.5);
            pen.attribute("y", BOTTOM - height)
                    .attribute("width", bar - 1)
                    .attribute("height", height)
                    .raw("/>");
        }
        pen.raw("<path class=\"c-own\" fill=\"none\" stroke=\"#17594F\" stroke-width=\"3\" d=\"");
        pen.point('M', x(found), TOP - 8).point('L', x(found), BOTTOM).raw("\"/>");
        boolean right = x(found) > (LEFT + RIGHT) / 2;
        word(x(found) + (right ? -8 : 8), TOP - 10, right ? "end" : "start", label, pen);
        word(LEFT, BOTTOM + 22, "start", ends.get(0), pen);
        word((LEFT + RIGHT) / 2, BOTTOM + 22, "middle", ends.get(1), pen);
        word(RIGHT, BOTTOM + 22, "end", ends.get(2), pen);
        return pen.raw("</svg>").toString();
    }

    private static void word(double x, double y, String anchor, String text, Pen pen) {
        pen.raw("<text class=\"c-text\" font-size=\"13\" text-anchor=\"")
                .raw(anchor)
                .raw("\"");
        pen.attribute("x", x).attribute("y", y).raw(">").text(text).raw("</text>");
    }

    private double x(double value) {
        double share = Math.clamp((value - from) / (width * counts.size()), 0, 1);
        return LEFT + share * (RIGHT - LEFT);
    }
}
