package se.samverkan.followup.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import se.samverkan.followup.goal.ControlLimits.Limits;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.FigureWords;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.chart.Axis;
import se.samverkan.statistics.chart.Chart;
import se.samverkan.statistics.chart.SmallChart;

/** How a goal's series reads, in one language: the run chart as a picture, its sentences, its figures. */
public final class GoalPicture {

    private final Words words;
    private final FigureWords figures;
    private final GoalSeries series;

    public GoalPicture(Words words, GoalSeries series) {
        this.words = words;
        this.figures = new FigureWords(words);
        this.series = series;
    }

    /** What is measured: the indicator's name, or the unit's own scale; empty where the goal has no measure. */
    public String measure() {
        return series.indicator()
                .map(each -> each.name(words.locale()))
                .orElse(
                        series.goal().indicator().isEmpty()
                                ? series.goal().scale()
                                : series.goal().indicator());
    }

    /** A value of the goal, with its unit. */
    public String value(double value) {
        return series.indicator()
                .map(each -> figures.value(each, value))
                .orElseGet(() -> words.number(value, value == Math.rint(value) ? 0 : 1));
    }

    /** What stands at a point: its value, or the reason there is none. */
    public String at(GoalPoint point) {
        Optional<IndicatorView> indicator = series.indicator();
        return point.figure().isPresent() && indicator.isPresent()
                ? figures.figure(indicator.get(), point.figure().get())
                : point.value().isPresent() ? value(point.value().getAsDouble()) : words.text("followup.goal.none");
    }

    /** When a point is. */
    public String when(GoalPoint point) {
        return point.period().isPresent() ? point.when() : words.day(point.day());
    }

    /** When a point that was marked is; its day where the series has it no longer. */
    public String when(GoalSeries of, MarkedPoint marked) {
        return of.points().stream()
                .filter(each -> each.day().equals(marked.day()))
                .findFirst()
                .map(this::when)
                .orElseGet(() -> words.day(marked.day()));
    }

    /** What must be said beside the picture, sentence by sentence. */
    public List<String> said() {
        return series.said().stream()
                .map(each -> words.text(
                        each.key(), each.details().stream().map(this::detail).toArray()))
                .toList();
    }

    private Object detail(Object detail) {
        return switch (detail) {
            case Double number -> value(number);
            case GoalPoint point -> when(point);
            default -> detail;
        };
    }

    /** The run chart, with what happened meanwhile; empty where there is no line to draw. */
    public String draw(List<Chart.Mark> marks) {
        if (!series.isDrawn()) {
            return "";
        }
        List<GoalPoint> points = series.points();
        List<Chart.Point> drawn = new ArrayList<>();
        for (int slot = 0; slot < points.size(); slot++) {
            GoalPoint point = points.get(slot);
            drawn.add(new Chart.Point(
                    slot,
                    point.value().isPresent() ? point.value().getAsDouble() : null,
                    null,
                    null,
                    when(point) + ": " + at(point)));
        }
        List<Chart.Span> limits = limits(points);
        return SmallChart.draw(new Chart(
                "goal-" + series.goal().id(),
                words.text("followup.goal.chart", series.goal().title()),
                said().isEmpty() ? measure() : said().getFirst(),
                points.stream().map(GoalPicture::slot).toList(),
                drawn,
                limits,
                lines(points.size() - 1),
                series.breaks().stream()
                        .map(each -> new Chart.Break(each.slot(), words.text(each.key())))
                        .toList(),
                words.text("followup.goal.own"),
                words.text("followup.goal.limits"),
                axis(limits),
                marks));
    }

    /** A day takes less room in a chart as its year and month. */
    private static String slot(GoalPoint point) {
        return point.period().isPresent() ? point.when() : point.when().substring(2, 7);
    }

    private List<Chart.Span> limits(List<GoalPoint> points) {
        List<Chart.Span> spans = new ArrayList<>();
        int from = series.breaks().isEmpty() ? 0 : series.breaks().getLast().slot();
        int at = 0;
        for (int slot = from; slot < points.size() && at < series.limits().size(); slot++) {
            if (points.get(slot).value().isPresent()) {
                Limits limits = series.limits().get(at++);
                spans.add(new Chart.Span(slot, limits.low(), limits.high()));
            }
        }
        return spans;
    }

    /** The target over all points, the median over those after the last break, where one began. */
    private List<Chart.Line> lines(int last) {
        List<Chart.Line> lines = new ArrayList<>();
        line(series.goal().target(), "followup.goal.line.target", "country", 0, last)
                .ifPresent(lines::add);
        line(
                        series.median(),
                        "followup.goal.line.median",
                        "area",
                        series.breaks().isEmpty()
                                ? 0
                                : series.breaks().getLast().slot(),
                        last)
                .ifPresent(lines::add);
        line(series.goal().baseline(), "followup.goal.line.baseline", "country", 0, last)
                .ifPresent(lines::add);
        return lines;
    }

    private Optional<Chart.Line> line(OptionalDouble value, String key, String kind, int from, int to) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int[] slots = new int[to - from + 1];
        double[] values = new double[slots.length];
        for (int at = 0; at < slots.length; at++) {
            slots[at] = from + at;
            values[at] = value.getAsDouble();
        }
        return Optional.of(new Chart.Line(words.text(key), kind, slots, values));
    }

    private Axis axis(List<Chart.Span> limits) {
        List<Double> shown = new ArrayList<>();
        series.points().forEach(each -> each.value().ifPresent(shown::add));
        series.goal().target().ifPresent(shown::add);
        series.goal().baseline().ifPresent(shown::add);
        limits.forEach(each -> {
            shown.add(each.low());
            shown.add(each.high());
        });
        double min = shown.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double max = shown.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        Optional<String> unit = series.indicator().map(IndicatorView::unit);
        return Axis.around(
                min,
                max,
                min < 0 ? Double.NEGATIVE_INFINITY : 0,
                unit.filter("PERCENT"::equals).isPresent() ? 100 : Double.POSITIVE_INFINITY,
                unit.map(each -> words.text("figure.axis." + each)).orElse(""),
                words::number);
    }
}
