package se.samverkan.evaluation.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Other names for units and pairs in the data of a run: numbers in an order that the seed shuffles. */
final class Pseudonyms {

    private final Map<String, String> names = new HashMap<>();

    private Pseudonyms() {}

    static Pseudonyms of(String letter, Collection<String> keys, long seed) {
        List<String> shuffled = new ArrayList<>(new TreeSet<>(keys));
        java.util.Collections.shuffle(shuffled, new Random(seed));
        Pseudonyms made = new Pseudonyms();
        int digits = Math.max(3, Integer.toString(shuffled.size()).length());
        for (int place = 0; place < shuffled.size(); place++) {
            made.names.put(shuffled.get(place), letter + ("%0" + digits + "d").formatted(place + 1));
        }
        return made;
    }

    String of(String key) {
        return java.util.Objects.requireNonNull(names.get(key));
    }
}
