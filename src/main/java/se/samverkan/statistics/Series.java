package se.samverkan.statistics;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import se.samverkan.shared.Period;
import se.samverkan.statistics.KnownFigure.SeriesKey;
import se.samverkan.statistics.Observation.Breakdown;

/**
 * One indicator, or a part of it, of one unit over time, with everything it is held against.
 *
 * @param indicator what is measured
 * @param breakdown of which part
 * @param figures the unit's own figures by period
 * @param bands what similar units span, by period
 * @param area the municipality's line
 * @param country the country's line
 * @param current the period that is asked for
 */
record Series(
        IndicatorView indicator,
        Breakdown breakdown,
        NavigableMap<Period, KnownFigure> figures,
        Map<Period, Band> bands,
        Optional<Yardsticks.Series> area,
        Optional<Yardsticks.Series> country,
        Period current) {

    static NavigableMap<Period, KnownFigure> byPeriod(List<KnownFigure> figures) {
        NavigableMap<Period, KnownFigure> sorted = new TreeMap<>();
        figures.forEach(figure -> sorted.put(figure.period(), figure));
        return sorted;
    }

    /** The periods of the table and the chart: those of the unit, and the one asked for. */
    List<Period> periods() {
        TreeSet<Period> periods = new TreeSet<>(figures.keySet());
        periods.add(current);
        return List.copyOf(periods);
    }

    SeriesKey key() {
        return figures.firstEntry().getValue().series();
    }

    Optional<KnownFigure> now() {
        return Optional.ofNullable(figures.get(current));
    }

    Optional<Band> band(Period period) {
        return Optional.ofNullable(bands.get(period));
    }

    Optional<Interval> interval(KnownFigure figure) {
        return interval(indicator, figure);
    }

    /** What chance may do to a figure: told for exact shares whose cohort is published for that very period. */
    static Optional<Interval> interval(IndicatorView indicator, KnownFigure figure) {
        Integer n = figure.n();
        return n != null && indicator.unit().equals("PERCENT") && figure.figure() instanceof Figure.Exact exact
                ? Interval.ofShare(exact.number(), n, indicator.decimals())
                : Optional.empty();
    }

    Comparison comparison() {
        return now().filter(figure -> figure.figure().value().isPresent())
                .map(figure ->
                        Comparison.of(figure.figure().value().getAsDouble(), interval(figure), band(figure.period())))
                .orElse(Comparison.NONE);
    }

    /** The first period in which the series means something else than before, where it reaches over such a break. */
    Optional<Period> broken() {
        List<Period> periods = periods();
        return periods.stream()
                .filter(indicator::isAfterBreak)
                .findFirst()
                .filter(first -> !first.equals(periods.getFirst()));
    }

    /** How many periods have a value; with fewer than two there is no line to draw. */
    long values() {
        return figures.values().stream()
                .filter(figure -> figure.figure().value().isPresent())
                .count();
    }
}
