package se.samverkan.reporting.after;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.PublishedFigures;
import se.samverkan.statistics.PublishedFigures.UnitFigure;

/** The published figures of the units of a closed partnership, year by year; they grow by themselves when new ones come. */
@Component
class AfterFigures {

    private static final int YEARS = 8;
    private static final int INDICATORS = 4;

    private final PublishedFigures published;
    private final Indicators indicators;
    private final Clock clock;

    AfterFigures(PublishedFigures published, Indicators indicators, Clock clock) {
        this.published = published;
        this.indicators = indicators;
        this.clock = clock;
    }

    /** An indicator of a unit over time. */
    record Row(IndicatorView indicator, Map<Period, Figure> figures) {}

    /** The periods of which any of these tells something, in their order. */
    static Set<Period> periods(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.figures().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first indicators that there are figures of, for each unit. */
    Map<Long, List<Row>> of(List<Long> units) {
        Map<String, IndicatorView> known = indicators.all().stream()
                .filter(each -> each.levels().contains("UNIT"))
                .collect(Collectors.toMap(IndicatorView::code, each -> each, (one, next) -> one, LinkedHashMap::new));
        List<UnitFigure> figures = units.isEmpty()
                ? List.of()
                : published.of(units, known.keySet(), periods(), OptionalInt.empty()).stream()
                        .filter(each -> each.breakdown().equals(Breakdown.ALL))
                        .toList();
        Map<Long, List<UnitFigure>> byUnit = figures.stream().collect(Collectors.groupingBy(UnitFigure::unit));
        Map<Long, List<Row>> rows = new LinkedHashMap<>();
        byUnit.forEach((unit, all) -> rows.put(unit, rows(all, known)));
        return rows;
    }

    private static List<Row> rows(List<UnitFigure> figures, Map<String, IndicatorView> known) {
        Map<String, TreeMap<Period, Figure>> byIndicator = new LinkedHashMap<>();
        figures.forEach(each -> byIndicator
                .computeIfAbsent(each.indicator(), code -> new TreeMap<>())
                .put(each.period(), each.figure()));
        return byIndicator.entrySet().stream()
                .flatMap(each -> Optional.ofNullable(known.get(each.getKey())).stream()
                        .map(indicator -> new Row(indicator, each.getValue())))
                .limit(INDICATORS)
                .toList();
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
