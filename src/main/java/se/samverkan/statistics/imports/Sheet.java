package se.samverkan.statistics.imports;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A table as it stands in a file, before anybody knows what it says. Can be read from the start several times. */
interface Sheet {

    /** What was understood of how it is written: format, encoding, separator. */
    Map<String, String> understood();

    /** The lines from the first on; to be closed. */
    Stream<Line> lines();

    /**
     * One line.
     *
     * @param number from 1, as a spreadsheet numbers its rows
     * @param cells without spaces around them; a formula as its text with the equals sign in front, never its result
     */
    record Line(int number, List<String> cells) {

        String cell(int place) {
            return place < cells.size() ? cells.get(place) : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }
}
