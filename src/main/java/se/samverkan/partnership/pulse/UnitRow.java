package se.samverkan.partnership.pulse;

import java.time.LocalDate;
import java.util.Optional;
import se.samverkan.partnership.Standing;
import se.samverkan.programme.variant.Level;

/**
 * What this room keeps of a unit in a case.
 *
 * @param begun when its phase began
 * @param steps the keys of what is done in its phase, with a space between
 */
record UnitRow(
        long partnership,
        long unit,
        String name,
        Level level,
        Standing standing,
        String phase,
        Optional<LocalDate> begun,
        String steps,
        Optional<LocalDate> heard,
        Optional<LocalDate> headSince,
        boolean changed) {

    boolean hasDone(String step) {
        return (" " + steps + " ").contains(" " + step + " ");
    }
}
