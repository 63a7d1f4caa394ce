package se.samverkan.intervention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * The door for the room that evaluates: how much support units received, in sums. Who came stays with the unit. It answers those who
 * evaluate, for the cases of their own agency or office.
 */
public interface DeliveredDoses {

    /**
     * What a unit received.
     *
     * @param held occasions that were held for it
     * @param noted at how many of them it was noted who came
     * @param hours of all that were held
     * @param dose hours per person: the hours of the noted ones, each times the share of the staff that came; see docs/methods/dose.md
     */
    record Delivered(int held, int noted, double hours, double dose) {}

    /** By unit; a unit for which no occasion was held between the days, both included, is not there. */
    Map<Long, Delivered> between(LocalDate from, LocalDate until, Collection<Long> units);
}
