package se.samverkan.evaluation.run;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import se.samverkan.evaluation.method.MaskedBounds.Range;
import se.samverkan.evaluation.method.Note;
import se.samverkan.selection.EvaluableRounds.Plan;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.PublishedFigures;
import se.samverkan.statistics.PublishedFigures.UnitFigure;

/**
 * One outcome of many units over the periods that a plan asks for, as it was known by an import: before the support, and the
 * followed periods that are published.
 */
final class Followed {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int MOST_BEFORE = 6;
    private static final double WHOLE = 100;

    private final IndicatorView indicator;
    private final Plan plan;
    private final List<Period> before;
    private final List<Period> after;
    private final Map<Long, Map<Period, Double>> values = new HashMap<>();
    private final Range limits;
    private final List<Note> notes = new ArrayList<>();

    private Followed(IndicatorView indicator, Plan plan, Periods periods, List<UnitFigure> figures) {
        this.indicator = indicator;
        this.plan = plan;
        this.before = periods.before;
        this.after = periods.after;
        for (UnitFigure figure : figures) {
            if (figure.breakdown().equals(Breakdown.ALL)) {
                figure.figure()
                        .value()
                        .ifPresent(value -> values.computeIfAbsent(figure.unit(), unit -> new HashMap<>())
                                .put(figure.period(), value));
            }
        }
        this.limits = limits();
    }

    private record Periods(List<Period> before, List<Period> after) {}

    /**
     * Reads it.
     *
     * @param knownBy the number of the last import that counts
     * @throws Refusal when none of the followed periods is published, or the period before the support is not
     */
    static Followed read(
            PublishedFigures figures, IndicatorView indicator, Plan plan, Collection<Long> units, int knownBy) {
        Period last = plan.before();
        int until = last.year() + plan.yearsAfter();
        List<Period> known = figures.periods(indicator.code()).stream()
                .filter(period -> period.kind() == last.kind())
                .sorted()
                .toList();
        List<Period> after = known.stream()
                .filter(period -> period.year() > last.year() && period.year() <= until)
                .toList();
        List<Period> until0 =
                known.stream().filter(period -> period.year() <= last.year()).toList();
        List<Period> before = until0.subList(Math.max(0, until0.size() - MOST_BEFORE), until0.size());
        List<UnitFigure> read = figures.of(
                units,
                List.of(indicator.code()),
                Stream.concat(before.stream(), after.stream()).toList(),
                OptionalInt.of(knownBy));
        List<Period> told = after.stream()
                .filter(period ->
                        read.stream().anyMatch(figure -> figure.period().equals(period)))
                .toList();
        if (told.isEmpty()) {
            throw Refusal.rule(
                    "evaluation.refusal.not-yet",
                    last.next().toString(),
                    Period.schoolYear(until).toString());
        }
        if (!before.contains(last)) {
            throw Refusal.rule("evaluation.refusal.no-before", last.toString());
        }
        Followed followed = new Followed(indicator, plan, new Periods(before, told), read);
        followed.note(figures, read);
        return followed;
    }

    private void note(PublishedFigures figures, List<UnitFigure> read) {
        if (after.size() < plan.yearsAfter()) {
            notes.add(new Note("evaluation.note.so-far", List.of(after.size(), plan.yearsAfter())));
        }
        if (Stream.concat(before.stream(), after.stream())
                        .map(indicator::isAfterBreak)
                        .distinct()
                        .count()
                > 1) {
            notes.add(new Note("evaluation.note.break", List.of()));
        }
        LocalDate locked = plan.lockedAt().atZone(SWEDEN).toLocalDate();
        boolean knownThen = read.stream()
                .filter(figure -> after.contains(figure.period()))
                .map(UnitFigure::importId)
                .distinct()
                .map(figures::origin)
                .flatMap(Optional::stream)
                .anyMatch(origin -> !origin.fetched().isAfter(locked));
        if (knownThen) {
            notes.add(new Note("evaluation.note.plan-after", List.of()));
        }
    }

    /** The least and the most that a figure can be: a share's own limits, or the lowest and highest that is published. */
    private Range limits() {
        if (indicator.unit().equals("PERCENT")) {
            return new Range(0, WHOLE);
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Map<Period, Double> each : values.values()) {
            for (double value : each.values()) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return low <= high ? new Range(low, high) : new Range(0, 0);
    }

    List<Note> notes() {
        return notes;
    }

    List<Period> after() {
        return after;
    }

    /** All periods in order, and whether each lies after the start. */
    List<Period> periods() {
        return Stream.concat(before.stream(), after.stream()).toList();
    }

    /** A unit's figure in a period, where it is published. */
    Optional<Double> value(long unit, Period period) {
        return Optional.ofNullable(values.getOrDefault(unit, Map.of()).get(period));
    }

    /** What is known of how far the mean of the followed periods lies from the period before. */
    Range change(long unit) {
        double low = 0;
        double high = 0;
        for (Period period : after) {
            Range range = range(unit, period);
            low += range.low() / after.size();
            high += range.high() / after.size();
        }
        return new Range(low, high).less(range(unit, plan.before()));
    }

    /** Whether every figure behind the change is published. */
    boolean isWhole(long unit) {
        return value(unit, plan.before()).isPresent()
                && after.stream().allMatch(period -> value(unit, period).isPresent());
    }

    private Range range(long unit, Period period) {
        return value(unit, period).map(Range::of).orElse(limits);
    }
}
