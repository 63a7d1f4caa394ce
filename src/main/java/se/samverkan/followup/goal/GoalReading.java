package se.samverkan.followup.goal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import se.samverkan.actionplan.HoldingPlans.HeldGoal;
import se.samverkan.followup.goal.ControlLimits.Limits;
import se.samverkan.followup.goal.GoalSeries.Break;
import se.samverkan.followup.goal.GoalSeries.Said;
import se.samverkan.followup.goal.RunRules.Finding;
import se.samverkan.statistics.IndicatorView;

/** Reads a goal's points: where the series breaks, its median, what the rules say, and what must be said. No database. */
final class GoalReading {

    /** A share of fewer people moves by whole per cents when one of them does something else. */
    private static final int SMALL = 30;

    /** After so many years without a new figure the source is said to be silent. */
    private static final int SILENT_YEARS = 2;

    private final HeldGoal goal;
    private final Optional<IndicatorView> indicator;
    private final List<GoalPoint> points;
    private final List<LocalDate> mergers;
    private final LocalDate today;

    /** @param mergers the days on which the unit became another: what was measured before is of other people */
    GoalReading(
            HeldGoal goal,
            Optional<IndicatorView> indicator,
            List<GoalPoint> points,
            List<LocalDate> mergers,
            LocalDate today) {
        this.goal = goal;
        this.indicator = indicator;
        this.points = points;
        this.mergers = mergers;
        this.today = today;
    }

    GoalSeries read() {
        List<Break> breaks = breaks();
        List<GoalPoint> whole = points
                .subList(breaks.isEmpty() ? 0 : breaks.getLast().slot(), points.size())
                .stream()
                .filter(each -> each.value().isPresent())
                .toList();
        List<Double> values =
                whole.stream().map(each -> each.value().getAsDouble()).toList();
        OptionalDouble median = values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(RunRules.median(values));
        List<Finding> findings = median.isEmpty() ? List.of() : RunRules.of(values, median.getAsDouble());
        return new GoalSeries(
                goal,
                indicator,
                points,
                breaks,
                median,
                findings,
                limits(whole, values),
                said(breaks, values, median, findings));
    }

    private List<Break> breaks() {
        List<Break> breaks = new ArrayList<>();
        for (int slot = 1; slot < points.size(); slot++) {
            GoalPoint before = points.get(slot - 1);
            GoalPoint point = points.get(slot);
            if (isRedefined(before, point)) {
                breaks.add(new Break(slot, "followup.goal.break.REDEFINED"));
            } else if (mergers.stream().anyMatch(day -> day.isAfter(before.day()) && !day.isAfter(point.day()))) {
                breaks.add(new Break(slot, "followup.goal.break.MERGED"));
            }
        }
        return breaks;
    }

    private boolean isRedefined(GoalPoint before, GoalPoint point) {
        return indicator
                .filter(each -> point.period().filter(each::isAfterBreak).isPresent()
                        && before.period().filter(each::isAfterBreak).isEmpty())
                .isPresent();
    }

    private List<Limits> limits(List<GoalPoint> whole, List<Double> values) {
        boolean shares = indicator.filter(each -> each.unit().equals("PERCENT")).isPresent()
                && whole.stream().allMatch(each -> each.n().isPresent());
        return shares
                ? ControlLimits.ofShares(
                        values, whole.stream().map(each -> each.n().getAsInt()).toList())
                : ControlLimits.ofValues(values);
    }

    private List<Said> said(List<Break> breaks, List<Double> values, OptionalDouble median, List<Finding> findings) {
        List<Said> said = new ArrayList<>();
        if (values.isEmpty()) {
            said.add(Said.of(goal.indicator().isEmpty() && goal.scale().isEmpty() ? "no-measure" : "no-figures"));
        } else {
            target().ifPresent(said::add);
            rules(said, values, median.getAsDouble(), findings);
        }
        breaks.forEach(each -> said.add(new Said(each.key() + ".text", List.of(points.get(each.slot())))));
        small().ifPresent(said::add);
        revised().ifPresent(said::add);
        silent().ifPresent(said::add);
        return said;
    }

    /** How the newest value stands to the target. */
    private Optional<Said> target() {
        Optional<GoalPoint> newest =
                points.stream().filter(each -> each.value().isPresent()).reduce((one, other) -> other);
        if (newest.isEmpty() || goal.target().isEmpty() || goal.better().isEmpty()) {
            return Optional.empty();
        }
        double value = newest.get().value().getAsDouble();
        double target = goal.target().getAsDouble();
        boolean higher = goal.better().equals("HIGHER");
        if (higher ? value >= target : value <= target) {
            return Optional.of(Said.of("reached", newest.get(), value, target));
        }
        if (goal.baseline().isEmpty()) {
            return Optional.of(Said.of("on-the-way", newest.get(), value, target));
        }
        double moved = value - goal.baseline().getAsDouble();
        String way = moved == 0 ? "as-before" : moved > 0 == higher ? "closer" : "further";
        return Optional.of(
                Said.of(way, newest.get(), value, target, goal.baseline().getAsDouble()));
    }

    private static void rules(List<Said> said, List<Double> values, double median, List<Finding> findings) {
        if (RunRules.useful(median, values) < RunRules.LEAST) {
            said.add(Said.of("few", values.size(), RunRules.LEAST));
        } else if (findings.isEmpty()) {
            said.add(Said.of("chance"));
        } else {
            findings.stream().map(Finding::rule).distinct().forEach(rule -> said.add(Said.of("rule." + rule)));
        }
    }

    /** That the newest figure is hidden since it is of few, or is of so few that one of them can move it. */
    private Optional<Said> small() {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        GoalPoint last = points.getLast();
        if (last.value().isEmpty()) {
            return Optional.of(Said.of("masked", last));
        }
        OptionalInt n = last.n();
        return n.isPresent() && n.getAsInt() < SMALL
                ? Optional.of(Said.of("small", last, n.getAsInt()))
                : Optional.empty();
    }

    /** That the source has changed the figure that the plan began from, which stays in the plan as it was decided. */
    private Optional<Said> revised() {
        return goal.baselinePeriod()
                .flatMap(period -> points.stream()
                        .filter(each -> each.period().filter(period::equals).isPresent())
                        .findFirst())
                .filter(now -> goal.baseline().isPresent()
                        && now.value().isPresent()
                        && Math.abs(now.value().getAsDouble() - goal.baseline().getAsDouble()) > 1e-9)
                .map(now -> Said.of(
                        "revised",
                        now,
                        goal.baseline().getAsDouble(),
                        now.value().getAsDouble()));
    }

    /** That the indicator is gone, or that nothing new has come for years. */
    private Optional<Said> silent() {
        if (goal.indicator().isEmpty()) {
            return Optional.empty();
        }
        if (indicator.isEmpty()) {
            return Optional.of(Said.of("discontinued", goal.indicator()));
        }
        return points.isEmpty()
                        || points.getLast().day().plusYears(SILENT_YEARS).isAfter(today)
                ? Optional.empty()
                : Optional.of(Said.of("silent", points.getLast()));
    }
}
