package se.samverkan.reporting.publication.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A county on the schematic map: all are of the same size, so that one sees how many take part and not how large the forest
 * is. Each lies about where it is in the country.
 *
 * @param code its two digits
 * @param letters the letters that a Swede knows it by
 * @param organisers how many organisers there take part, as far as it has been released
 */
record Tile(String code, String letters, int column, int row, int organisers) {

    /** One side of a tile, in the units of the drawing. */
    static final int SIDE = 60;

    private static final int LETTERS = 2;

    static final int COLUMNS = 4;
    static final int ROWS = 8;

    private static final List<Tile> COUNTRY = Arrays.stream("""
                    25 BD 2 0, 24 AC 2 1, 23 Z 1 2, 22 Y 2 2, 20 W 1 3, 21 X 2 3, 17 S 0 4, 18 T 1 4, 19 U 2 4, 03 C 3 4,
                    14 O 0 5, 05 E 1 5, 04 D 2 5, 01 AB 3 5, 13 N 0 6, 06 F 1 6, 08 H 2 6, 09 I 3 6, 12 M 0 7, 07 G 1 7,
                    10 K 2 7
                    """.strip().split(",\\s*"))
            .map(each -> each.split(" "))
            .map(each -> new Tile(each[0], each[1], Integer.parseInt(each[2]), Integer.parseInt(each[3]), 0))
            .toList();

    /**
     * The whole country with these numbers, by the code of the county. Where no county is one of Sweden's, as in the demonstration, they
     * lie where Sweden's do, in the order of their codes, each with the letters that its name begins with.
     *
     * @param names what the counties that there are are called, by their codes
     */
    static List<Tile> country(Map<String, Integer> organisers, Map<String, String> names) {
        List<Tile> country =
                COUNTRY.stream().anyMatch(each -> names.containsKey(each.code)) ? COUNTRY : invented(names);
        return country.stream()
                .map(each ->
                        new Tile(each.code, each.letters, each.column, each.row, organisers.getOrDefault(each.code, 0)))
                .toList();
    }

    private static List<Tile> invented(Map<String, String> names) {
        Iterator<Map.Entry<String, String>> counties =
                new TreeMap<>(names).entrySet().iterator();
        return COUNTRY.stream()
                .sorted(Comparator.comparing(Tile::code))
                .flatMap(place -> counties.hasNext() ? Stream.of(place.called(counties.next())) : Stream.of(place))
                .toList();
    }

    private Tile called(Map.Entry<String, String> county) {
        String name = county.getValue();
        return new Tile(
                county.getKey(),
                name.substring(0, Math.min(LETTERS, name.length())).strip(),
                column,
                row,
                organisers);
    }

    int x() {
        return column * SIDE;
    }

    int y() {
        return row * SIDE;
    }
}
