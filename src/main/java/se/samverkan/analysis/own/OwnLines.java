package se.samverkan.analysis.own;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samverkan.shared.Period;
import se.samverkan.shared.Worded;
import se.samverkan.shared.page.FormErrors;

/**
 * Values of many terms as they are copied from a spreadsheet: a line for each term, with the term, the value and how many people,
 * apart by a tab or a semicolon.
 *
 * @param wrong the first line that cannot be read, and why; empty where all can
 */
record OwnLines(List<Line> lines, Optional<Wrong> wrong) {

    /** So many lines at once. */
    static final int MOST = 40;

    private static final Pattern TERM = Pattern.compile("(VT|HT)\\s*(20)?\\d\\d", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile("\\d{1,7}([.,]\\d{1,2})?");
    private static final Pattern PEOPLE = Pattern.compile("[1-9]\\d{0,6}");

    /** The value of a term. */
    record Line(Period term, BigDecimal value, int people) {}

    /** A line that cannot be read, by its number from 1. */
    record Wrong(int line, String reason) {}

    static OwnLines of(String text) {
        List<Line> lines = new ArrayList<>();
        String[] written = text.split("\\R");
        for (int i = 0; i < written.length; i++) {
            if (written[i].isBlank()) {
                continue;
            }
            String[] cells = written[i].strip().split("\\s*[;\\t]\\s*");
            Optional<String> wrong = wrong(cells);
            if (wrong.isPresent()) {
                return new OwnLines(List.of(), Optional.of(new Wrong(i + 1, wrong.get())));
            }
            lines.add(line(cells));
        }
        return new OwnLines(List.copyOf(lines), Optional.empty());
    }

    /** The line of three cells that nothing is wrong with. */
    static Line line(String[] cells) {
        return new Line(
                Period.parse(cells[0].toUpperCase(java.util.Locale.ROOT)),
                new BigDecimal(cells[1].replace(',', '.')),
                Integer.parseInt(cells[2]));
    }

    /** Why three cells are no term, value and number of people; empty where they are. */
    static Optional<String> wrong(String[] cells) {
        if (cells.length != 3) {
            return Optional.of("analysis.own.lines.three");
        }
        Matcher term = TERM.matcher(cells[0]);
        if (!term.matches()) {
            return Optional.of("analysis.own.lines.term");
        }
        if (!VALUE.matcher(cells[1]).matches()) {
            return Optional.of("analysis.refusal.own-number");
        }
        return PEOPLE.matcher(cells[2]).matches() ? Optional.empty() : Optional.of("analysis.refusal.own-people");
    }

    /** What is wrong with them as a whole, for the field that they were written in. */
    FormErrors errors(String field) {
        if (wrong.isPresent()) {
            return FormErrors.none()
                    .with(
                            field,
                            "analysis.own.lines.wrong",
                            wrong.get().line(),
                            new Worded(wrong.get().reason()));
        }
        return lines.isEmpty() || lines.size() > MOST
                ? FormErrors.none().with(field, "analysis.own.lines.none", MOST)
                : FormErrors.none();
    }
}
