package se.samverkan.statistics;

import java.util.Optional;
import se.samverkan.statistics.Figure.Absent;

/**
 * Says in one sentence what a series tells about the period asked for. Never more than the figure can carry: <i>clearly</i>
 * only when chance is ruled out, nothing about similar units when too few of them have a figure. The rule is told in
 * docs/methods/finding.md.
 */
record Finding(FigureWords words, Series series) {

    /** The heading of a chart: the indicator, the figure, how it stands. */
    String sentence() {
        String name = words.name(series.indicator(), series.breakdown());
        String period = words.inPeriod(series.current());
        Optional<KnownFigure> now = series.now();
        if (now.isEmpty()) {
            return words.words().text("finding.nothing", name, period);
        }
        if (now.get().figure() instanceof Absent) {
            return words.words().text("finding.absent", name, period);
        }
        String figure = words.figure(series.indicator(), now.get().figure());
        return words.words().text("finding." + series.comparison().key(), name, figure, period);
    }

    /** The first sentences of a unit's page: the same, with what the span and the interval are. */
    String lead() {
        Optional<KnownFigure> now = series.now();
        if (now.isEmpty() || !(now.get().figure() instanceof Absent absent)) {
            return now.map(this::leadOf).orElseGet(() -> sentence() + ".");
        }
        return sentence() + ". " + words.reason(absent, series.indicator());
    }

    private String leadOf(KnownFigure now) {
        StringBuilder lead = new StringBuilder(sentence()).append('.');
        series.band(now.period())
                .ifPresent(band -> lead.append(' ')
                        .append(words.words()
                                .text(
                                        "finding.band",
                                        words.range(series.indicator(), band.low(), band.high()),
                                        band.units())));
        series.interval(now)
                .ifPresentOrElse(
                        interval -> lead.append(' ')
                                .append(words.words()
                                        .text(
                                                "finding.interval",
                                                Optional.ofNullable(now.n()).orElse(0),
                                                words.range(series.indicator(), interval.low(), interval.high()))),
                        () -> lead.append(' ').append(words.text("finding.no-interval")));
        return lead.toString();
    }
}
