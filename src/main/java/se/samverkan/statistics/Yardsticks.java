package se.samverkan.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Period;
import se.samverkan.statistics.KnownFigure.SeriesKey;

/**
 * What figures are held against besides similar units: the municipality's and the country's. The published figure where
 * there is one, else the middle unit of the same form, which is our own computation and says so.
 *
 * <p>They are few and everybody's page needs them, so they are kept in memory until figures change.
 */
@Component
class Yardsticks {

    private static final int SHARE_OF_BEST = 10;

    private final Figures figures;
    private final Likenesses likenesses;
    private final DataVersion version;
    private final Cache<Key, Yardstick> kept =
            Caffeine.newBuilder().maximumSize(1200).build();

    Yardsticks(Figures figures, Likenesses likenesses, DataVersion version) {
        this.figures = figures;
        this.likenesses = likenesses;
        this.version = version;
    }

    private record Key(DataVersion.State state, String form, String area) {}

    /**
     * A line to hold figures against.
     *
     * @param values the values by period
     * @param computed whether they are our own computation
     */
    record Series(NavigableMap<Period, Double> values, boolean computed) {}

    /** All lines of an area. */
    record Yardstick(Map<SeriesKey, Series> series, Map<Short, Period> current) {

        Optional<Series> of(SeriesKey key) {
            return Optional.ofNullable(series.get(key));
        }

        /**
         * The period that is current for an indicator: the newest for which a tenth as many units of the form have a
         * value as in its best period. It is the same for every unit, whatever the unit itself has.
         */
        Optional<Period> current(short indicator) {
            return Optional.ofNullable(current.get(indicator));
        }
    }

    Yardstick ofCountry(String form) {
        return of(form, "");
    }

    Yardstick ofMunicipality(String form, String code) {
        return of(form, code);
    }

    private Yardstick of(String form, String area) {
        return kept.get(new Key(version.current(), form, area), this::read);
    }

    private Yardstick read(Key key) {
        Map<SeriesKey, Series> series = new HashMap<>();
        List<Likenesses.Middle> middles = likenesses.middles(key.form, key.area);
        for (Likenesses.Middle middle : middles) {
            put(series, new SeriesKey(middle.indicator(), middle.breakdown()), middle.period(), middle.value(), true);
        }
        published(key.area)
                .forEach(figure -> figure.figure().value().ifPresent(value -> {
                    SeriesKey one = figure.series();
                    if (Optional.ofNullable(series.get(one))
                            .filter(Series::computed)
                            .isPresent()) {
                        series.remove(one);
                    }
                    put(series, one, figure.period(), value, false);
                }));
        return new Yardstick(series, current(middles));
    }

    private List<KnownFigure> published(String area) {
        return area.isEmpty() ? figures.ofCountry("ALL") : figures.ofMunicipality(area, "ALL");
    }

    private static void put(
            Map<SeriesKey, Series> series, SeriesKey key, Period period, double value, boolean computed) {
        series.computeIfAbsent(key, k -> new Series(new TreeMap<>(), computed))
                .values()
                .put(period, value);
    }

    private static Map<Short, Period> current(List<Likenesses.Middle> middles) {
        Map<Short, Integer> best = new HashMap<>();
        middles.forEach(middle -> best.merge(middle.indicator(), middle.units(), Math::max));
        Map<Short, Period> current = new HashMap<>();
        for (Likenesses.Middle middle : middles) {
            if (middle.units() * SHARE_OF_BEST >= best.getOrDefault(middle.indicator(), 0)) {
                current.merge(middle.indicator(), middle.period(), (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        }
        return current;
    }
}
