package se.samverkan.followup.sign;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A visible sign of a plan that holds, or held.
 *
 * @param id the id of its part in the plan
 * @param whose PUPILS, TEACHERS or LEADERS; may be empty
 * @param takenOut the day on which it was amended out of the plan, with its goal or by itself
 */
public record SignView(
        long id,
        long plan,
        long unit,
        String unitName,
        long organiser,
        long goal,
        String goalTitle,
        String title,
        String whose,
        Optional<LocalDate> takenOut) {

    /** The path of the page where it is noted. */
    public String address() {
        return "/signs/" + id;
    }

    public boolean stands() {
        return takenOut.isEmpty();
    }
}
