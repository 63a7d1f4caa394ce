package se.samverkan.selection.material;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samverkan.organisation.UnitView;
import se.samverkan.selection.round.RoundUnits;
import se.samverkan.selection.round.RoundView;
import se.samverkan.shared.CsvList;
import se.samverkan.shared.PersonalNumbers;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * A list of the Inspectorate's material as CSV: columns {@code unit;date;source;note}, a line per piece. Every line that is
 * wrong is told at once, with its row, column, value and the rule.
 *
 * @param lines the lines that are right
 * @param problems what is wrong
 */
record NoteList(List<Line> lines, List<Problem> problems) {

    static final int MOST_ROWS = 5_000;

    private static final String[] COLUMNS = {"unit", "date", "source", "note"};

    /** A line that is right. */
    record Line(int row, UnitView unit, LocalDate day, String source, String note) {

        boolean hasNumber() {
            return PersonalNumbers.areIn(source) || PersonalNumbers.areIn(note);
        }

        NoteDraft draft(String numberReason) {
            return new NoteDraft(
                    unit.key(),
                    day,
                    new FreeText(source, numberReason),
                    new FreeText(note, numberReason),
                    Optional.empty());
        }
    }

    /**
     * What is wrong with a cell.
     *
     * @param row the line in the file, the header being 1
     * @param rule the sentence in the message files
     */
    record Problem(int row, String column, String value, String rule) {}

    /** @throws Refusal when it is not a list with these columns at all */
    static NoteList read(byte[] csv, RoundView round, RoundUnits units, LocalDate today) {
        CsvList list = CsvList.readAsExcelWrites(csv);
        list.requireColumns(true, COLUMNS);
        if (list.rows().size() > MOST_ROWS) {
            throw Refusal.rule("selection.refusal.list-long", MOST_ROWS);
        }
        Map<String, UnitView> known = units.byKey(list.rows().stream()
                .map(row -> row.cell("unit").strip())
                .distinct()
                .toList());
        NoteList read = new NoteList(new ArrayList<>(), new ArrayList<>());
        list.rows().forEach(row -> read.take(row, known, round, today));
        return read;
    }

    /** The rows in which there may be a personal identity number. */
    List<Integer> numbersAt() {
        return lines.stream().filter(Line::hasNumber).map(Line::row).toList();
    }

    private void take(CsvList.Row row, Map<String, UnitView> known, RoundView round, LocalDate today) {
        int before = problems.size();
        String key = row.cell("unit").strip();
        UnitView unit = known.get(key);
        if (unit == null) {
            refuse(row, "unit", "selection.list.unit-unknown");
        } else if (!RoundUnits.concerns(round, unit)) {
            refuse(row, "unit", "selection.list.unit-not-in-round");
        }
        Optional<LocalDate> day = day(row.cell("date").strip());
        if (day.isEmpty()) {
            refuse(row, "date", "selection.list.date");
        } else if (day.get().isAfter(today)) {
            refuse(row, "date", "selection.list.date-ahead");
        }
        for (String column : List.of("source", "note")) {
            if (row.cell(column).isBlank()) {
                refuse(row, column, "selection.list.blank");
            }
        }
        if (unit != null && day.isPresent() && problems.size() == before) {
            lines.add(new Line(
                    row.line(),
                    unit,
                    day.get(),
                    row.cell("source").strip(),
                    row.cell("note").strip()));
        }
    }

    private void refuse(CsvList.Row row, String column, String rule) {
        problems.add(new Problem(row.line(), column, row.cell(column), rule));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
