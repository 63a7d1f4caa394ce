package se.samverkan.statistics.imports;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A column that a layout looks for.
 *
 * @param key what the layout calls it
 * @param required whether the file is refused without it
 * @param headings what stands above it, in any of these ways; under a heading of its own row as {@code group|heading}
 */
record Column(String key, boolean required, List<String> headings) {

    Column {
        headings = headings.stream().map(Column::normal).toList();
    }

    static Column required(String key, String... headings) {
        return new Column(key, true, List.of(headings));
    }

    static Column optional(String key, String... headings) {
        return new Column(key, false, List.of(headings));
    }

    /** Where it is among these headings, or −1. */
    int placeIn(List<String> normalHeadings) {
        return headings.stream()
                .mapToInt(normalHeadings::indexOf)
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(-1);
    }

    /** A heading without what varies between years of the same file: case, hyphens, percent signs, spaces. */
    static String normal(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replace("(%)", " ")
                .replaceAll("[-\\u00ad\\u2010\\u2011#*]", "")
                .replaceAll("[\\s\\u00a0\\u2009\\u202f]+", " ")
                .strip();
    }

    static List<String> normal(Stream<String> headings) {
        return headings.map(Column::normal).toList();
    }
}
