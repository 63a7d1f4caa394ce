package se.samverkan.selection.allotment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samverkan.statistics.PublishedFigures.UnitFigure;

/**
 * A published figure as a line of a basis: what it is about, and what it said. The line tells afterwards whether the source
 * has revised it.
 *
 * @param about unit, indicator, dimension, part and period, with tabs between
 * @param said the token that stood in the source, and the size of the cohort where it is published
 */
record FigureMark(String about, String said) {

    private static final String SORT = "figure\t";
    private static final int CELLS_ABOUT = 5;

    static FigureMark of(String unit, UnitFigure figure) {
        return new FigureMark(
                String.join(
                        "\t",
                        unit,
                        figure.indicator(),
                        figure.breakdown().dimension(),
                        figure.breakdown().code(),
                        figure.period().toString()),
                figure.figure().token().strip() + "\t"
                        + (figure.n().isEmpty() ? "-" : figure.n().getAsInt()));
    }

    String line() {
        return about + "\t" + said;
    }

    String unit() {
        return cell(0);
    }

    String indicator() {
        return cell(1);
    }

    String part() {
        return cell(2).equals("ALL") ? "" : cell(3);
    }

    String period() {
        return cell(4);
    }

    /** What stood in the source. */
    String token() {
        return said.substring(0, said.indexOf('\t'));
    }

    private String cell(int place) {
        return about.split("\t", -1)[place];
    }

    /** The figures of a basis by what they are about. */
    static Map<String, FigureMark> ofBasis(String text) {
        Map<String, FigureMark> found = new TreeMap<>();
        text.lines().filter(line -> line.startsWith(SORT)).forEach(line -> {
            List<String> cells = List.of(line.substring(SORT.length()).split("\t", -1));
            String about = String.join("\t", cells.subList(0, CELLS_ABOUT));
            found.put(about, new FigureMark(about, String.join("\t", cells.subList(CELLS_ABOUT, cells.size()))));
        });
        return found;
    }
}
