package se.samverkan.agreement;

import java.time.LocalDate;
import java.util.List;

/** The deviations of a partnership from its agreement or funding decision, for rooms that report on it. */
public interface ToldDeviations {

    /** Those that the actor reads, the newest first; none where the actor reads none. */
    List<Told> ofPartnership(long partnership);

    /**
     * A deviation.
     *
     * @param from the day from which it deviates
     * @param what what is otherwise than was agreed
     * @param why why it is
     * @param answer ACCEPTED, NOT_ACCEPTED or WAITS
     */
    record Told(LocalDate from, String what, String why, String answer) {}
}
