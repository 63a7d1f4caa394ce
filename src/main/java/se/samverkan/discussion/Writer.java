package se.samverkan.discussion;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Somebody who is writing now, at a place of a page. A room tells it to those who write in the same record; it is read from what
 * the form keeps anyway ({@code discussion.draft}), so it costs nothing to be there and is over a minute after the last letter.
 *
 * @param place the name of the place, as the page marks it with {@code data-writing}
 * @param name who it is
 */
public record Writer(String place, String name) {

    /** The names at each place, as one reads them. */
    public static Map<String, String> byPlace(List<Writer> writers) {
        return writers.stream()
                .collect(Collectors.groupingBy(
                        Writer::place, TreeMap::new, Collectors.mapping(Writer::name, Collectors.joining(", "))));
    }
}
