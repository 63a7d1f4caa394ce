package se.samverkan.meeting;

import java.time.LocalDate;
import java.util.List;

/** The door to how many meetings cases have held and how many came: counts of whole cases, for whoever reads all of them. */
public interface MeetingsHeld {

    /** The cases in which meetings were closed since a day, as far as the actor reads every meeting of them. */
    List<Held> since(LocalDate day);

    /**
     * Meetings of a case.
     *
     * @param invited how many invitations there were for which somebody has said whether they came
     * @param came how many of those came
     */
    record Held(long partnership, int meetings, int invited, int came) {}
}
