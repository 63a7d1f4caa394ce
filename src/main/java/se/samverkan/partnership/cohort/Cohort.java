package se.samverkan.partnership.cohort;

import java.time.LocalDate;
import java.util.List;
import se.samverkan.shared.Period;

/**
 * A cohort (omgång): the organisers that start together.
 *
 * @param owner the id of the agency or office that runs it
 * @param variant the key of the programme variant
 * @param firstTerm the term in which they begin
 * @param version what a change names as the version it saw
 * @param partnerships how many organisers have a place in it and have not left
 * @param days the days that they have in common, the first first
 */
public record Cohort(
        long id,
        long owner,
        String name,
        String variant,
        Period firstTerm,
        int version,
        int partnerships,
        List<Day> days) {

    /** A day that they have in common, and what happens then. */
    public record Day(long id, LocalDate day, String name) {}
}
