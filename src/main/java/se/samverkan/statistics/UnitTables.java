package se.samverkan.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.UnitView;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Option;
import se.samverkan.statistics.chart.Spark;

/** Puts units side by side on one indicator, with two questions to the database however many they are. */
@Component
class UnitTables {

    private final Figures figures;
    private final Likenesses likenesses;
    private final Yardsticks yardsticks;
    private final Provenances provenances;
    private final Indicators indicators;

    UnitTables(
            Figures figures,
            Likenesses likenesses,
            Yardsticks yardsticks,
            Provenances provenances,
            Indicators indicators) {
        this.figures = figures;
        this.likenesses = likenesses;
        this.yardsticks = yardsticks;
        this.provenances = provenances;
        this.indicators = indicators;
    }

    /** The headline indicators that speak of a form that some of these units have. */
    List<IndicatorView> choices(List<UnitView> units) {
        return indicators.all().stream()
                .filter(one -> one.headline()
                        && units.stream().anyMatch(unit -> one.forms().stream().anyMatch(unit::has)))
                .toList();
    }

    /** The indicator of this code among the choices, or the first of them. */
    static Optional<IndicatorView> choose(List<IndicatorView> choices, @Nullable String code) {
        return Stream.concat(choices.stream().filter(one -> one.code().equals(code)), choices.stream())
                .findFirst();
    }

    UnitTable of(List<UnitView> units, @Nullable String code, FigureWords words) {
        List<IndicatorView> choices = choices(units);
        List<Option> options = choices.stream()
                .map(one -> new Option(one.code(), one.name(words.words().locale())))
                .toList();
        return choose(choices, code)
                .map(chosen -> table(units, chosen, options, words))
                .orElseGet(() -> new UnitTable(options, "", "", "", "", List.of(), units.size()));
    }

    /** All choices, one after the other, with the same two questions. */
    List<UnitTable> all(List<UnitView> units, FigureWords words) {
        List<IndicatorView> choices = choices(units);
        List<Long> ids = units.stream().map(UnitView::id).toList();
        List<Short> numbers = choices.stream().map(IndicatorView::number).toList();
        Map<Short, Map<Long, List<KnownFigure>>> known = figures.ofUnits(ids, numbers);
        Map<Short, Map<Long, List<Band>>> bands = likenesses.bands(ids, numbers);
        return choices.stream()
                .map(one -> table(
                        units,
                        one,
                        List.of(),
                        known.getOrDefault(one.number(), Map.of()),
                        bands.getOrDefault(one.number(), Map.of()),
                        words))
                .toList();
    }

    private UnitTable table(List<UnitView> units, IndicatorView chosen, List<Option> options, FigureWords words) {
        List<Long> ids = units.stream().map(UnitView::id).toList();
        return table(
                units,
                chosen,
                options,
                figures.ofUnits(ids, chosen.number()),
                likenesses.bands(ids, chosen.number()),
                words);
    }

    private UnitTable table(
            List<UnitView> units,
            IndicatorView chosen,
            List<Option> options,
            Map<Long, List<KnownFigure>> known,
            Map<Long, List<Band>> bands,
            FigureWords words) {
        List<Series> series = new ArrayList<>();
        Map<Series, UnitView> owners = new java.util.IdentityHashMap<>();
        for (UnitView unit : units) {
            for (Series one : series(
                    unit, chosen, known.getOrDefault(unit.id(), List.of()), bands.getOrDefault(unit.id(), List.of()))) {
                series.add(one);
                owners.put(one, unit);
            }
        }
        Scale scale = Scale.of(series);
        return new UnitTable(
                options,
                chosen.code(),
                chosen.name(words.words().locale()),
                chosen.definition(words.words().locale()),
                series.stream()
                        .map(Series::current)
                        .max(Comparator.naturalOrder())
                        .map(words::inPeriod)
                        .orElse(""),
                series.stream()
                        .map(one -> row(one, java.util.Objects.requireNonNull(owners.get(one)), scale, words))
                        .toList(),
                (int) units.stream()
                        .filter(unit -> !known.containsKey(unit.id()))
                        .count());
    }

    private List<Series> series(UnitView unit, IndicatorView chosen, List<KnownFigure> figures, List<Band> bands) {
        Map<Short, List<KnownFigure>> parts = new TreeMap<>();
        figures.forEach(figure -> parts.computeIfAbsent(figure.breakdown(), part -> new ArrayList<>())
                .add(figure));
        Map<Short, Map<Period, Band>> spans = new HashMap<>();
        bands.forEach(band ->
                spans.computeIfAbsent(band.breakdown(), part -> new HashMap<>()).put(band.period(), band));
        Optional<Period> current =
                yardsticks.ofCountry(UnitFigures.formOf(unit, chosen)).current(chosen.number());
        return parts.entrySet().stream()
                .map(part -> new Series(
                        chosen,
                        provenances.breakdown(part.getKey()),
                        Series.byPeriod(part.getValue()),
                        spans.getOrDefault(part.getKey(), Map.of()),
                        Optional.empty(),
                        Optional.empty(),
                        current.orElse(part.getValue().getLast().period())))
                .toList();
    }

    private static UnitTable.Row row(Series series, UnitView unit, Scale scale, FigureWords words) {
        IndicatorView indicator = series.indicator();
        Comparison comparison = series.comparison();
        return new UnitTable.Row(
                unit.name(),
                "/units/" + unit.key(),
                series.breakdown().equals(Observation.Breakdown.ALL) ? "" : words.part(series.breakdown()),
                series.now()
                        .map(now -> words.figure(indicator, now.figure()))
                        .orElseGet(() -> words.text("figure.none")),
                series.now()
                        .flatMap(series::interval)
                        .map(interval -> words.range(indicator, interval.low(), interval.high()))
                        .orElse(""),
                series.band(series.current())
                        .map(band -> words.range(indicator, band.low(), band.high()))
                        .orElse(""),
                comparison == Comparison.NONE ? "" : words.text("standing." + comparison.key()),
                Spark.draw(values(series), breaks(series), scale.low, scale.high));
    }

    private static Set<Integer> breaks(Series series) {
        return series.broken()
                .map(period -> Set.of(series.periods().indexOf(period)))
                .orElse(Set.of());
    }

    private static List<@Nullable Double> values(Series series) {
        List<@Nullable Double> values = new ArrayList<>();
        for (Period period : series.periods()) {
            KnownFigure figure = series.figures().get(period);
            values.add(
                    figure != null && figure.figure().value().isPresent()
                            ? Double.valueOf(figure.figure().value().getAsDouble())
                            : null);
        }
        return values;
    }

    /** One scale for all the small lines of a table, so that they can be held against each other. */
    private record Scale(double low, double high) {

        static Scale of(List<Series> series) {
            double[] values = series.stream()
                    .flatMap(one -> one.figures().values().stream())
                    .flatMapToDouble(figure -> figure.figure().value().stream())
                    .toArray();
            return new Scale(
                    java.util.Arrays.stream(values).min().orElse(0),
                    java.util.Arrays.stream(values).max().orElse(0));
        }
    }
}
