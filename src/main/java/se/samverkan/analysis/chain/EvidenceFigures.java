package se.samverkan.analysis.chain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Period;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.PublishedFigures;
import se.samverkan.statistics.PublishedFigures.UnitFigure;
import se.samverkan.statistics.Snapshots;

/** The published figures of the unit that is analysed: those that can become evidence, and what those that did are today. */
@Component
public class EvidenceFigures {

    private static final int YEARS = 6;

    private final PublishedFigures published;
    private final Snapshots snapshots;
    private final Indicators indicators;
    private final Clock clock;

    EvidenceFigures(PublishedFigures published, Snapshots snapshots, Indicators indicators, Clock clock) {
        this.published = published;
        this.snapshots = snapshots;
        this.indicators = indicators;
        this.clock = clock;
    }

    /** Those of the last years, indicator by indicator, the newest first. */
    public List<UnitFigure> ofUnit(AnalysisView analysis) {
        List<String> codes = indicators.all().stream()
                .filter(indicator -> indicator.levels().contains("UNIT"))
                .map(IndicatorView::code)
                .toList();
        Map<String, Integer> order = new HashMap<>();
        codes.forEach(code -> order.put(code, order.size()));
        return published.of(List.of(analysis.unit()), codes, periods(), OptionalInt.empty()).stream()
                .sorted(Comparator.comparing((UnitFigure figure) -> order.getOrDefault(figure.indicator(), 0))
                        .thenComparing(figure -> figure.breakdown().dimension())
                        .thenComparing(figure -> figure.breakdown().code())
                        .thenComparing(UnitFigure::period, Comparator.reverseOrder()))
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

    /** A figure as it is known now, to be kept. */
    public KeptFigure keep(UnitFigure figure) {
        return new KeptFigure(
                figure.indicator(),
                figure.breakdown(),
                figure.period(),
                figure.figure(),
                figure.n(),
                snapshots.lastImport());
    }

    /** What has been revised since it became evidence, as it is known now, by the id of the evidence. */
    public Map<Long, UnitFigure> revised(AnalysisView analysis, Chain chain) {
        Map<Long, KeptFigure> kept = chain.of(PartKind.EVIDENCE).stream()
                .filter(part -> part.figure().isPresent())
                .collect(Collectors.toMap(Part::id, part -> part.figure().orElseThrow()));
        if (kept.isEmpty()) {
            return Map.of();
        }
        Set<String> codes = kept.values().stream().map(KeptFigure::indicator).collect(Collectors.toSet());
        Set<Period> when = kept.values().stream().map(KeptFigure::period).collect(Collectors.toSet());
        List<UnitFigure> now = published.of(List.of(analysis.unit()), codes, when, OptionalInt.empty());
        Map<Long, UnitFigure> revised = new HashMap<>();
        kept.forEach((part, figure) -> now.stream()
                .filter(each -> figure.isAbout(each.indicator(), each.breakdown(), each.period()))
                .filter(each -> !each.figure().equals(figure.figure()))
                .findFirst()
                .ifPresent(each -> revised.put(part, each)));
        return revised;
    }

    public Optional<IndicatorView> indicator(String code) {
        return indicators.find(code);
    }
}
