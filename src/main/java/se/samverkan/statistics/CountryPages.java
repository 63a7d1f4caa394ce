package se.samverkan.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Period;
import se.samverkan.statistics.KnownFigure.SeriesKey;
import se.samverkan.statistics.Observation.Breakdown;

/**
 * Puts the country's page together: its published figures over the years, beside those of municipal and of independent
 * organisers. Only what is published; nothing here is our own computation.
 */
@Component
class CountryPages {

    private final Figures figures;
    private final Provenances provenances;
    private final Indicators indicators;

    CountryPages(Figures figures, Provenances provenances, Indicators indicators) {
        this.figures = figures;
        this.provenances = provenances;
        this.indicators = indicators;
    }

    /** Every indicator as a whole. */
    CountryPage page(FigureWords words) {
        List<Series> whole = series().stream()
                .filter(one -> one.breakdown().equals(Breakdown.ALL))
                .toList();
        return new CountryPage(Optional.empty(), sections(whole, words));
    }

    /** One indicator with all its parts; nothing where the country has no figures of it. */
    Optional<CountryPage> page(String code, FigureWords words) {
        List<Series> parts = series().stream()
                .filter(one -> one.indicator().code().equals(code))
                .toList();
        return indicators
                .find(code)
                .filter(indicator -> !parts.isEmpty())
                .map(indicator -> new CountryPage(Optional.of(indicator), sections(parts, words)));
    }

    private List<Series> series() {
        Map<SeriesKey, List<KnownFigure>> own = bySeries("ALL");
        Map<SeriesKey, List<KnownFigure>> municipal = bySeries("MUNICIPAL");
        Map<SeriesKey, List<KnownFigure>> independent = bySeries("INDEPENDENT");
        return own.entrySet().stream()
                .map(one -> new Series(
                        indicators.byNumber(one.getKey().indicator()),
                        provenances.breakdown(one.getKey().breakdown()),
                        Series.byPeriod(one.getValue()),
                        Map.of(),
                        line(municipal.get(one.getKey())),
                        line(independent.get(one.getKey())),
                        one.getValue().getLast().period()))
                .toList();
    }

    private Map<SeriesKey, List<KnownFigure>> bySeries(String organiserType) {
        return figures.ofCountry(organiserType).stream()
                .collect(Collectors.groupingBy(KnownFigure::series, LinkedHashMap::new, Collectors.toList()));
    }

    private static Optional<Yardsticks.Series> line(@org.jspecify.annotations.Nullable List<KnownFigure> known) {
        TreeMap<Period, Double> values = new TreeMap<>();
        for (KnownFigure figure : known == null ? List.<KnownFigure>of() : known) {
            figure.figure().value().ifPresent(value -> values.put(figure.period(), value));
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Yardsticks.Series(values, false));
    }

    private List<UnitPage.Section> sections(List<Series> shown, FigureWords words) {
        PanelMaker maker = new PanelMaker(
                words, "/country?indicator=", LineNames.ofCountry(words), provenances.of(imports(shown)));
        List<UnitPage.Section> sections = new ArrayList<>();
        Arrays.stream(Group.values())
                .map(group -> new UnitPage.Section(
                        group.name().toLowerCase(Locale.ROOT),
                        words.text("country.group." + group),
                        shown.stream()
                                .filter(one -> Group.of(one.indicator()) == group)
                                .map(maker::panel)
                                .toList()))
                .filter(section -> !section.panels().isEmpty())
                .forEach(sections::add);
        return sections;
    }

    private static java.util.Set<Integer> imports(List<Series> shown) {
        return shown.stream()
                .flatMap(one -> one.figures().values().stream())
                .map(KnownFigure::importId)
                .collect(Collectors.toSet());
    }
}
