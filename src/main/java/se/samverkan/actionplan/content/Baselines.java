package se.samverkan.actionplan.content;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.PublishedFigures;
import se.samverkan.statistics.PublishedFigures.UnitFigure;
import se.samverkan.statistics.Snapshots;

/** The published figures of a plan's unit: those that a goal can be measured by, and the baseline as it is known now. */
@Component
public class Baselines {

    private static final int YEARS = 6;

    private final PublishedFigures published;
    private final Snapshots snapshots;
    private final Indicators indicators;
    private final Clock clock;

    Baselines(PublishedFigures published, Snapshots snapshots, Indicators indicators, Clock clock) {
        this.published = published;
        this.snapshots = snapshots;
        this.indicators = indicators;
        this.clock = clock;
    }

    /** The indicators that there are figures of for the unit, in the order of the indicators. */
    public List<IndicatorView> ofUnit(PlanView plan) {
        List<IndicatorView> all = indicators.all().stream()
                .filter(indicator -> indicator.levels().contains("UNIT"))
                .toList();
        List<String> known = published
                .of(
                        List.of(plan.unit()),
                        all.stream().map(IndicatorView::code).toList(),
                        periods(),
                        OptionalInt.empty())
                .stream()
                .map(UnitFigure::indicator)
                .distinct()
                .toList();
        return all.stream().filter(each -> known.contains(each.code())).toList();
    }

    public Optional<IndicatorView> indicator(String code) {
        return indicators.all().stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    /** Freezes the newest figure as the baseline of a goal; one that is masked cannot be a baseline. */
    PlanPartDraft frozen(PlanView plan, PlanPartDraft draft) {
        String code = draft.text(PlanField.INDICATOR);
        IndicatorView indicator = indicator(code).orElseThrow(() -> Refusal.rule("actionplan.refusal.indicator"));
        UnitFigure newest = published.of(List.of(plan.unit()), List.of(code), periods(), OptionalInt.empty()).stream()
                .filter(each -> each.breakdown().equals(Breakdown.ALL))
                .max(Comparator.comparing(UnitFigure::period))
                .orElseThrow(() -> Refusal.rule("actionplan.refusal.no-figure"));
        double value =
                newest.figure().value().orElseThrow(() -> Refusal.rule("actionplan.refusal.masked", newest.period()));
        PlanPartDraft frozen = draft.with(
                        PlanField.BASELINE, Double.toString(value).replaceFirst("\\.0$", ""))
                .with(
                        PlanField.BASELINE_PERIOD,
                        Integer.toString(newest.period().key()))
                .with(PlanField.BASELINE_IMPORT, Integer.toString(snapshots.lastImport()))
                .with(PlanField.SCALE, "");
        return indicator.direction().equals("NONE") ? frozen : frozen.with(PlanField.BETTER, indicator.direction());
    }

    private List<Period> periods() {
        int year = LocalDate.now(clock).getYear();
        List<Period> periods = new ArrayList<>();
        for (int back = 0; back <= YEARS; back++) {
            for (Period.Kind kind : Period.Kind.values()) {
                periods.add(new Period(kind, year - back));
            }
        }
        return periods;
    }
}
