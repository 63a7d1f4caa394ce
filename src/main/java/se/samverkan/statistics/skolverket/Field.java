package se.samverkan.statistics.skolverket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import se.samverkan.statistics.Observation.Breakdown;

/**
 * Which indicator a field of an answer is: one line of {@code fields.csv}. A new indicator is a line there.
 *
 * @param answer which part of which answer it stands in
 * @param name what the API calls it
 * @param indicator its code here
 * @param breakdown the part of the pupils it speaks of; the programme's code is put in where the field is read
 */
record Field(Part answer, String name, String indicator, Breakdown breakdown) {

    private static final List<Field> ALL = read();

    /** Parts of answers that hold figures. */
    enum Part {
        COMPULSORY,
        UPPER_SECONDARY,
        PROGRAMME,
        /** Figures about a school's staff that the API repeats for each of its programmes. */
        PROGRAMME_STAFF,
        SALSA
    }

    static List<Field> of(Part part) {
        return ALL.stream().filter(field -> field.answer() == part).toList();
    }

    private static List<Field> read() {
        var file = Objects.requireNonNull(
                Field.class.getResourceAsStream("/statistics/skolverket/fields.csv"), "fields.csv");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Field::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Field of(String line) {
        String[] cells = line.split(",", -1);
        Breakdown breakdown = cells[3].equals("ALL") ? Breakdown.ALL : new Breakdown(cells[3], cells[4]);
        return new Field(Part.valueOf(cells[0]), cells[1], cells[2], breakdown);
    }
}
