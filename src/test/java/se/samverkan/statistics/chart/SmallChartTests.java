package se.samverkan.statistics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class SmallChartTests {

    private static Chart chart(String title) {
        List<String> slots = IntStream.range(2015, 2025)
                .mapToObj(year -> year + "/" + (year + 1) % 100)
                .toList();
        List<Chart.Point> points = IntStream.range(0, 10)
                .mapToObj(i -> i == 4
                        ? new Chart.Point(i, null, null, null, "2019/20: för få")
                        : new Chart.Point(i, 60.0 + i, i == 9 ? 60.0 : null, i == 9 ? 80.0 : null, "värde " + i))
                .toList();
        List<Chart.Span> band =
                IntStream.range(0, 10).mapToObj(i -> new Chart.Span(i, 62, 75)).toList();
        return new Chart(
                "f1-0",
                title,
                "beskrivning",
                slots,
                points,
                band,
                List.of(new Chart.Line("Riket", "country", new int[] {8, 9}, new double[] {70, 71})),
                List.of(),
                "Enheten",
                "Liknande",
                Axis.around(
                        60,
                        80,
                        0,
                        100,
                        "Procent",
                        (value, decimals) -> String.format(Locale.ROOT, "%." + decimals + "f", value)));
    }

    @Test
    void drawsNoLineAndNoBandAcrossABreakAndMarksIt() {
        Chart whole = chart("hel");
        Chart broken = new Chart(
                whole.id(),
                whole.title(),
                whole.description(),
                whole.slots(),
                whole.points(),
                whole.band(),
                whole.lines(),
                List.of(new Chart.Break(9, "något annat")),
                whole.ownLabel(),
                whole.bandLabel(),
                whole.axis());
        Document before = Jsoup.parse(SmallChart.draw(whole), Parser.xmlParser());
        Document after = Jsoup.parse(SmallChart.draw(broken), Parser.xmlParser());

        assertThat(before.select(".c-break")).isEmpty();
        assertThat(after.select(".c-break title").text()).isEqualTo("något annat");
        assertThat(moves(after, ".c-own")).isEqualTo(moves(before, ".c-own") + 1);
        assertThat(moves(after, ".c-country")).isEqualTo(moves(before, ".c-country") + 1);
        assertThat(after.select(".c-band")).hasSize(before.select(".c-band").size() + 1);
        assertThat(Spark.draw(List.of(5.0, 6.0), Set.of(1), 0, 10)).doesNotContain("L");
    }

    private static long moves(Document picture, String line) {
        return picture.selectFirst(line)
                .attr("d")
                .chars()
                .filter(letter -> letter == 'M')
                .count();
    }

    @Test
    void isAnImageWithATitleAndADescription() {
        Document picture = Jsoup.parse(SmallChart.draw(chart("78 % & <mer>")), Parser.xmlParser());

        assertThat(picture.selectFirst("svg").attr("role")).isEqualTo("img");
        assertThat(picture.selectFirst("svg").attr("aria-labelledby")).isEqualTo("f1-0-t f1-0-d");
        assertThat(picture.selectFirst("#f1-0-t").text()).isEqualTo("78 % & <mer>");
        assertThat(picture.selectFirst("#f1-0-d").text()).isEqualTo("beskrivning");
    }

    @Test
    void breaksTheLineAndDrawsAHollowMarkWhereThereIsNoFigure() {
        Document picture = Jsoup.parse(SmallChart.draw(chart("t")), Parser.xmlParser());

        assertThat(picture.select(".c-own")
                        .attr("d")
                        .chars()
                        .filter(c -> c == 'M')
                        .count())
                .isEqualTo(2);
        assertThat(picture.select(".c-hollow title").text()).isEqualTo("2019/20: för få");
        assertThat(picture.select(".c-interval")).hasSize(1);
    }

    @Test
    void needsNoStyleAttributeAndStaysLight() {
        String picture = SmallChart.draw(chart("En titel"));

        assertThat(picture).doesNotContain("style=");
        assertThat(picture.length()).isLessThan(4_000);
    }

    @Test
    void putsTheScaleOnEvenStepsWithinItsLimits() {
        Axis axis = Axis.around(61, 98, 0, 100, "Procent", (value, decimals) -> Long.toString(Math.round(value)));

        assertThat(axis.labels()).containsExactly("60", "80", "100");
    }

    @Test
    void drawsNoSparkOfASingleValue() {
        assertThat(Spark.draw(List.of(5.0), Set.of(), 0, 10)).isEmpty();
        assertThat(Spark.draw(List.of(5.0, 6.0), Set.of(), 0, 10)).contains("M3 13", "L109 11");
    }

    /** How long the pen takes, for the record of decisions: {@code java … SmallChartTests}. */
    public static void main(String[] arguments) {
        for (int round = 0; round < 5; round++) {
            long began = System.nanoTime();
            for (int i = 0; i < 20_000; i++) {
                SmallChart.draw(chart("t" + i));
            }
            System.out.printf("%.1f µs a chart%n", (System.nanoTime() - began) / 20_000e3);
        }
    }
}
