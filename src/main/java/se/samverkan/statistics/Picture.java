package se.samverkan.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samverkan.shared.Period;
import se.samverkan.statistics.chart.Axis;
import se.samverkan.statistics.chart.Chart;
import se.samverkan.statistics.chart.SmallChart;

/** The picture of one series: places its figures on a scale and hands them to the pen. */
record Picture(FigureWords words, Series series, LineNames names) {

    String draw(String id, String title) {
        List<Period> periods = series.periods();
        List<Chart.Point> points = new ArrayList<>();
        List<Chart.Span> spans = new ArrayList<>();
        for (int slot = 0; slot < periods.size(); slot++) {
            int place = slot;
            Period period = periods.get(slot);
            points.add(point(slot, period));
            series.band(period).ifPresent(band -> spans.add(new Chart.Span(place, band.low(), band.high())));
        }
        List<Chart.Line> lines = new ArrayList<>();
        series.area().flatMap(line -> line(line, names.area(), "area", periods)).ifPresent(lines::add);
        series.country()
                .flatMap(line -> line(line, names.country(), "country", periods))
                .ifPresent(lines::add);
        return SmallChart.draw(new Chart(
                id,
                title,
                names.description(),
                periods.stream().map(Period::toString).toList(),
                points,
                spans,
                lines,
                breaks(periods),
                names.own(),
                words.text("chart.similar"),
                axis(points, spans, lines)));
    }

    /** Where what is measured became something else: told at the line that stands there. */
    private List<Chart.Break> breaks(List<Period> periods) {
        return series
                .broken()
                .map(period -> new Chart.Break(periods.indexOf(period), words.text("figure.break." + period.year())))
                .stream()
                .toList();
    }

    private Chart.Point point(int slot, Period period) {
        KnownFigure figure = series.figures().get(period);
        if (figure == null) {
            return new Chart.Point(slot, null, null, null, period + ": " + words.text("figure.none"));
        }
        String inWords = period + ": " + words.figure(series.indicator(), figure.figure());
        Optional<Interval> interval = series.interval(figure);
        return new Chart.Point(
                slot,
                figure.figure().value().isPresent() ? figure.figure().value().getAsDouble() : null,
                interval.map(Interval::low).orElse(null),
                interval.map(Interval::high).orElse(null),
                inWords);
    }

    private static Optional<Chart.Line> line(Yardsticks.Series line, String label, String kind, List<Period> periods) {
        List<Integer> slots = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int slot = 0; slot < periods.size(); slot++) {
            Double value = line.values().get(periods.get(slot));
            if (value != null) {
                slots.add(slot);
                values.add(value);
            }
        }
        return slots.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart.Line(
                        label,
                        kind,
                        slots.stream().mapToInt(Integer::intValue).toArray(),
                        values.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private Axis axis(List<Chart.Point> points, List<Chart.Span> spans, List<Chart.Line> lines) {
        Extent extent = new Extent();
        for (Chart.Point point : points) {
            extent.add(point.value());
            extent.add(point.low());
            extent.add(point.high());
        }
        spans.forEach(span -> {
            extent.add(span.low());
            extent.add(span.high());
        });
        lines.forEach(line -> {
            for (double value : line.values()) {
                extent.add(value);
            }
        });
        String unit = series.indicator().unit();
        double floor = unit.equals("PERCENTAGE_POINTS") || extent.min < 0 ? Double.NEGATIVE_INFINITY : 0;
        double ceiling = unit.equals("PERCENT") ? 100 : Double.POSITIVE_INFINITY;
        return Axis.around(extent.min, extent.max, floor, ceiling, words.text("figure.axis." + unit), words::number);
    }

    /** The lowest and the highest of what is shown. */
    private static final class Extent {

        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;

        void add(@org.jspecify.annotations.Nullable Double value) {
            if (value != null) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
    }
}
