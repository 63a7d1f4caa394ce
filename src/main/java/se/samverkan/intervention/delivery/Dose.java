package se.samverkan.intervention.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How much of a commission has reached a group of a unit's staff: the sum, over the occasions that were held and at which attendance was
 * noted for it, of the occasion's hours × the share of the group that came. See {@code docs/methods/dose.md}.
 *
 * @param group the name of the group; may be empty
 * @param occasions how many occasions are counted
 * @param offered the hours of these occasions
 * @param hours the dose, in hours per person
 */
public record Dose(long unit, String unitName, String group, int occasions, double offered, double hours) {

    private static final double MINUTES = 60;

    private record Key(long unit, String name, String group) {}

    /**
     * The doses, unit by unit and group by group.
     *
     * @param minutes how long each occasion that was held was, by its id
     */
    static List<Dose> of(List<Count> counts, Map<Long, Integer> minutes) {
        Map<Key, List<Count>> groups = counts.stream()
                .filter(each -> minutes.containsKey(each.occasion()))
                .collect(Collectors.groupingBy(
                        each -> new Key(each.unit(), each.unitName(), each.group()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Dose> doses = new ArrayList<>();
        groups.forEach((key, own) -> doses.add(dose(key, own, minutes)));
        doses.sort(Comparator.comparing(Dose::group));
        return doses;
    }

    private static Dose dose(Key key, List<Count> counts, Map<Long, Integer> minutes) {
        Map<Long, List<Count>> byOccasion = counts.stream().collect(Collectors.groupingBy(Count::occasion));
        double offered = 0;
        double reached = 0;
        for (Map.Entry<Long, List<Count>> each : byOccasion.entrySet()) {
            double hours = Objects.requireNonNull(minutes.get(each.getKey())) / MINUTES;
            int expected = each.getValue().stream().mapToInt(Count::expected).sum();
            int came = each.getValue().stream().mapToInt(Count::came).sum();
            offered += hours;
            reached += hours * came / Math.max(1, expected);
        }
        return new Dose(key.unit(), key.name(), key.group(), byOccasion.size(), offered, reached);
    }
}
