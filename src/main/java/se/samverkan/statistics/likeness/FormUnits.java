package se.samverkan.statistics.likeness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samverkan.organisation.Directory.Placed;

/**
 * The active units of one school form, each with a place in the arrays of the computation.
 *
 * @param form the school form
 * @param units their ids
 * @param municipalities where they are
 * @param places each unit's place
 */
record FormUnits(String form, long[] units, String[] municipalities, Map<Long, Integer> places) {

    static FormUnits of(String form, List<Placed> placed) {
        long[] units = placed.stream().mapToLong(Placed::unit).toArray();
        Map<Long, Integer> places = new HashMap<>(units.length * 2);
        for (int place = 0; place < units.length; place++) {
            places.put(units[place], place);
        }
        return new FormUnits(
                form, units, placed.stream().map(Placed::municipality).toArray(String[]::new), places);
    }

    int size() {
        return units.length;
    }
}
