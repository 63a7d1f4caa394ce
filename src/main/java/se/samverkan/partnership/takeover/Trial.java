package se.samverkan.partnership.takeover;

import java.util.List;
import java.util.Optional;
import se.samverkan.partnership.staffing.Roster;
import se.samverkan.shared.Refusal;

/**
 * What a file about a case would bring, row by row.
 *
 * @param plan what is taken over; empty where something is wrong
 * @param rows every row that was read
 * @param missing what is wrong with the whole, where it is not a row's
 */
record Trial(Optional<Plan> plan, List<Told> rows, List<Refusal> missing) {

    /** A case with its past and its people. */
    record Plan(String organiser, TakeoverDraft draft, Past past, List<Roster.Line> people) {}

    /** A row with what it says, and what is wrong with it. */
    record Told(FileSheet sheet, int row, String says, Optional<Refusal> problem) {}

    long problems() {
        return rows.stream().filter(row -> row.problem().isPresent()).count() + missing.size();
    }
}
