package se.samverkan.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.UnitView;
import se.samverkan.shared.Period;
import se.samverkan.statistics.KnownFigure.SeriesKey;
import se.samverkan.statistics.Yardsticks.Yardstick;

/** Gathers the figures of one unit into series, each with everything it is held against. */
@Component
class UnitFigures {

    private static final List<String> FORMS = List.of("COMPULSORY", "UPPER_SECONDARY", "PRESCHOOL");

    private final Figures figures;
    private final Likenesses likenesses;
    private final Yardsticks yardsticks;
    private final Provenances provenances;
    private final Indicators indicators;

    UnitFigures(
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

    /** All series of a unit, in the order of the indicators; a period asked for holds for indicators of its kind. */
    List<Series> of(UnitView unit, Optional<Period> asked) {
        Map<SeriesKey, List<KnownFigure>> own = new LinkedHashMap<>();
        figures.ofUnit(unit.id())
                .forEach(figure -> own.computeIfAbsent(figure.series(), key -> new ArrayList<>())
                        .add(figure));
        Map<SeriesKey, Map<Period, Band>> bands = new HashMap<>();
        likenesses
                .bands(unit.id())
                .forEach(band -> bands.computeIfAbsent(
                                new SeriesKey(band.indicator(), band.breakdown()), key -> new HashMap<>())
                        .put(band.period(), band));
        return own.entrySet().stream()
                .map(entry -> series(unit, entry.getKey(), entry.getValue(), bands, asked))
                .toList();
    }

    private Series series(
            UnitView unit,
            SeriesKey key,
            List<KnownFigure> figures,
            Map<SeriesKey, Map<Period, Band>> bands,
            Optional<Period> asked) {
        IndicatorView indicator = indicators.byNumber(key.indicator());
        String form = formOf(unit, indicator);
        Yardstick country = yardsticks.ofCountry(form);
        Period newest = figures.getLast().period();
        Period current = country.current(key.indicator()).orElse(newest);
        return new Series(
                indicator,
                provenances.breakdown(key.breakdown()),
                Series.byPeriod(figures),
                bands.getOrDefault(key, Map.of()),
                yardsticks.ofMunicipality(form, unit.municipality().code()).of(key),
                country.of(key),
                asked.filter(period -> period.kind() == current.kind()).orElse(current));
    }

    /** The form in which a unit is compared on an indicator: the first that both have. */
    static String formOf(UnitView unit, IndicatorView indicator) {
        return FORMS.stream()
                .filter(form -> indicator.forms().contains(form) && unit.has(form))
                .findFirst()
                .orElse(indicator.forms().getFirst());
    }

    /** The imports of all these figures. */
    Map<Integer, Provenances.Provenance> provenances(Collection<Series> series) {
        return provenances.of(series.stream()
                .flatMap(one -> one.figures().values().stream())
                .map(KnownFigure::importId)
                .collect(Collectors.toSet()));
    }
}
