package se.samverkan.actionplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What rooms above know of days that belong in the year of a plan, such as deliveries and the last day of a commission: implemented
 * as a bean by the room that keeps them, under the actor's own row-level security.
 */
public interface PlanDays {

    /**
     * The days of a partnership in a span, both days counted.
     *
     * @param unit the id of the unit whose plan it is; empty for the organiser's own level
     */
    List<Planned> of(long partnership, Optional<Long> unit, LocalDate from, LocalDate to);

    /**
     * Something with a day.
     *
     * @param name what it is called, in the words of those who wrote it
     * @param address the path of the page where more is told
     */
    record Planned(LocalDate day, String name, String address) {}
}
