package se.samverkan.selection.candidate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import se.samverkan.selection.candidate.CriterionCatalogue.Line;
import se.samverkan.selection.candidate.Pooled.Year;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.PublishedFigures;
import se.samverkan.statistics.PublishedFigures.UnitFigure;

/**
 * The published figures that the criteria of one school form rest on, of all its units, read at once: of each criterion's
 * window, of what parts are put together by, and of the pupils' background.
 */
public final class FormFigures {

    static final Pooled NOTHING =
            new Pooled(List.of(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty(), false);

    private final Map<Long, Map<String, List<UnitFigure>>> byUnit = new HashMap<>();
    private final Map<Criterion, List<Period>> windows = new HashMap<>();
    private final Map<Criterion, Line> lines = new HashMap<>();
    private final Map<Criterion, Boolean> shares = new HashMap<>();
    private final List<Period> backgroundYears;
    private List<String> background = List.of();

    private FormFigures(List<Period> backgroundYears) {
        this.backgroundYears = backgroundYears;
    }

    /**
     * Reads them.
     *
     * @param units the ids of the form's units
     * @param until the last school year of which a background counts
     * @param knownBy the last import that counts; empty for what is known now
     */
    static FormFigures read(
            List<Criterion> criteria,
            List<Long> units,
            Period until,
            OptionalInt knownBy,
            PublishedFigures published,
            CriterionCatalogue catalogue,
            Windows windows,
            Indicators indicators) {
        List<String> background = criteria.isEmpty()
                ? List.of()
                : catalogue.background(criteria.getFirst().form());
        FormFigures figures = new FormFigures(windows.background(background, until));
        Set<String> codes = new TreeSet<>(background);
        Set<Period> periods = new TreeSet<>(figures.backgroundYears);
        for (Criterion criterion : criteria) {
            Line line = catalogue.find(criterion.form(), criterion.indicator()).orElseThrow();
            figures.lines.put(criterion, line);
            figures.shares.put(
                    criterion,
                    indicators.find(criterion.indicator()).orElseThrow().unit().equals("PERCENT"));
            codes.add(criterion.indicator());
            codes.add(line.weightedBy());
        }
        figures.windows.putAll(windows.of(criteria));
        figures.windows.values().forEach(periods::addAll);
        codes.remove("");
        figures.keep(published.of(units, codes, periods, knownBy));
        figures.background = figures.wellCovered(background);
        return figures;
    }

    /** Reads the years of one criterion as they are known now, without what only a model needs. */
    static FormFigures ofYears(
            Criterion criterion,
            List<Long> units,
            PublishedFigures published,
            CriterionCatalogue catalogue,
            Windows windows) {
        FormFigures figures = new FormFigures(List.of());
        Line line = catalogue.find(criterion.form(), criterion.indicator()).orElseThrow();
        List<Period> years = windows.of(criterion);
        figures.lines.put(criterion, line);
        figures.windows.put(criterion, years);
        Set<String> codes = new TreeSet<>(Set.of(criterion.indicator(), line.weightedBy()));
        codes.remove("");
        figures.keep(published.of(units, codes, years, OptionalInt.empty()));
        return figures;
    }

    private void keep(List<UnitFigure> read) {
        for (UnitFigure figure : read) {
            byUnit.computeIfAbsent(figure.unit(), unit -> new HashMap<>())
                    .computeIfAbsent(figure.indicator(), code -> new ArrayList<>())
                    .add(figure);
        }
    }

    /** The background indicators that at least half as many units have as have the best covered one. */
    private List<String> wellCovered(List<String> indicators) {
        Map<String, Long> covered = new HashMap<>();
        indicators.forEach(indicator -> covered.put(
                indicator,
                byUnit.keySet().stream()
                        .filter(unit -> newest(unit, indicator).isPresent())
                        .count()));
        long best = covered.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return indicators.stream()
                .filter(indicator -> best > 0 && covered.getOrDefault(indicator, 0L) * 2 >= best)
                .toList();
    }

    /** What a criterion's window says of a unit. */
    public Pooled pooled(Criterion criterion, long unit) {
        return lines.containsKey(criterion)
                ? Pooled.of(years(criterion, unit), shares.getOrDefault(criterion, false))
                : NOTHING;
    }

    /** The years of a criterion's window for a unit, the newest first. */
    List<Year> years(Criterion criterion, long unit) {
        Line line = lines.get(criterion);
        if (line == null) {
            return List.of();
        }
        return windows.getOrDefault(criterion, List.of()).stream()
                .map(period -> Year.of(
                        period,
                        of(unit, line.indicator(), period),
                        of(unit, line.weightedBy(), period),
                        line.cohorts()))
                .toList();
    }

    private List<UnitFigure> of(long unit, String indicator, Period period) {
        return byUnit.getOrDefault(unit, Map.of()).getOrDefault(indicator, List.of()).stream()
                .filter(figure -> figure.period().equals(period))
                .toList();
    }

    /** Every figure that was read, by unit, indicator, part and time in the order they came. */
    public List<UnitFigure> all() {
        return byUnit.values().stream()
                .flatMap(indicators -> indicators.values().stream())
                .flatMap(List::stream)
                .toList();
    }

    /** The indicators of the pupils' background that are well enough covered to be taken into account. */
    public List<String> backgroundNames() {
        return background;
    }

    /** The newest published background of a unit, in the order of the names; nothing unless all of it is published. */
    public List<Double> background(long unit) {
        List<Double> told = new ArrayList<>();
        background.forEach(indicator -> newest(unit, indicator).ifPresent(told::add));
        return told.size() == background.size() ? told : List.of();
    }

    private OptionalDouble newest(long unit, String indicator) {
        return backgroundYears.stream()
                .flatMap(year -> of(unit, indicator, year).stream())
                .flatMapToDouble(figure -> figure.figure().value().stream())
                .findFirst();
    }
}
