package se.samverkan.statistics.skolverket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfUnit;
import tools.jackson.databind.JsonNode;

/** What was read out of answers so far: observations, each once, and what was refused. */
final class Reading {

    private record Place(String unit, String indicator, Breakdown breakdown, Period period) {}

    private final Map<Place, Observation> observations = new LinkedHashMap<>();
    private final List<Refused> refused = new ArrayList<>();

    List<Observation> observations() {
        return List.copyOf(observations.values());
    }

    List<Refused> refused() {
        return refused;
    }

    /** Reads {@code [{"value", "valueType", "timePeriod"}, …]}; a field that is absent or null says nothing. */
    void series(String path, String unit, Field field, Breakdown breakdown, @Nullable JsonNode series) {
        if (series == null || !series.isArray()) {
            return;
        }
        for (JsonNode entry : series) {
            String period = Published.text(entry, "timePeriod");
            try {
                var figure = Published.figure(entry);
                if (figure.isPresent()) {
                    add(path, unit, field.indicator(), breakdown, period(period), figure.get(), null);
                }
            } catch (Published.Unreadable e) {
                refuse(path, field.name(), entry.toString(), e.rule());
            }
        }
    }

    void add(
            String path,
            String unit,
            String indicator,
            Breakdown breakdown,
            Period period,
            Figure figure,
            @Nullable Integer n) {
        Place place = new Place(unit, indicator, breakdown, period);
        Observation observation = new Observation(new OfUnit(unit), indicator, breakdown, period, figure, n);
        Observation before = observations.putIfAbsent(place, observation);
        if (before != null && !before.figure().equals(figure)) {
            refuse(path, indicator + " " + period, figure.token(), "said-twice");
        }
    }

    void refuse(String path, String field, String value, String rule) {
        refused.add(new Refused(path, field, value, rule));
    }

    static Period period(@Nullable String text) throws Published.Unreadable {
        if (text == null) {
            throw new Published.Unreadable("period-missing");
        }
        try {
            return Period.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Published.Unreadable("period-unknown");
        }
    }
}
