package se.samverkan.partnership.takeover;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.Worded;

/**
 * One row of a file about a case.
 *
 * @param number its number in the sheet, or in the file where there are no sheets
 * @param cells what stands in each column; a column that is not there is empty
 */
record FileRow(FileSheet sheet, int number, Map<String, String> cells) {

    private static final LocalDate FIRST_DAY_OF_EXCEL = LocalDate.of(1899, 12, 30);

    String text(String column) {
        return cells.getOrDefault(column, "");
    }

    boolean isBlank() {
        return cells.values().stream().allMatch(String::isBlank);
    }

    /** @throws Refusal when the cell is empty or no day */
    LocalDate day(String column) {
        return optionalDay(column).orElseThrow(() -> missing(column));
    }

    /** @throws Refusal when the cell says something that is no day */
    Optional<LocalDate> optionalDay(String column) {
        String text = text(column);
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.matches("\\d{5}") ? FIRST_DAY_OF_EXCEL.plusDays(Long.parseLong(text)) : LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw Refusal.rule("partnership.takeover.file.refusal.day", new Worded(FileSheet.column(column)), text);
        }
    }

    /** @throws Refusal when nothing stands in the cell */
    String required(String column) {
        if (text(column).isBlank()) {
            throw missing(column);
        }
        return text(column);
    }

    private static Refusal missing(String column) {
        return Refusal.rule("partnership.takeover.file.refusal.blank", new Worded(FileSheet.column(column)));
    }
}
