package se.samverkan.selection.round;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.samverkan.shared.Period;

/**
 * A selection round (urvalsomgång) as its people see it.
 *
 * @param id its id
 * @param version counts upwards with every change of what stands here
 * @param owner the organisation that chooses
 * @param name what it is called
 * @param purpose what it is for, in words
 * @param variant the key of the programme variant
 * @param cohort the cohort that starts together, in words such as <i>VT 2027</i>
 * @param lastYear the last school year that counts
 * @param perOrganiser the most units of one organiser, where that is limited
 * @param forms the school forms that are chosen among, each by itself
 * @param openedAt when it was opened
 * @param closedAt when it was closed, where it is: nothing in it is changed any more
 * @param duties what the reader does in it
 */
public record RoundView(
        long id,
        int version,
        long owner,
        String name,
        String purpose,
        String variant,
        String cohort,
        Period lastYear,
        OptionalInt perOrganiser,
        List<FormPlaces> forms,
        Instant openedAt,
        Optional<Instant> closedAt,
        Set<Duty> duties) {

    /** A school form of a round, and how many of its units are to be offered support. */
    public record FormPlaces(String form, int places) {}

    /** A school form of the round, where it is one. */
    public Optional<FormPlaces> form(String form) {
        return forms.stream().filter(each -> each.form().equals(form)).findFirst();
    }

    /** Whether it is over. */
    public boolean isClosed() {
        return closedAt.isPresent();
    }

    /** Whether the reader assesses units in it, and it still goes on. */
    public boolean isAssessedByReader() {
        return mayDo(Duty.ASSESSOR);
    }

    /** Whether the reader has a duty in it; who may only take it out for research has none. */
    boolean hasReader() {
        return !duties.isEmpty();
    }

    /** Whether the reader prepares it, and it still goes on. */
    public boolean isPreparedByReader() {
        return mayDo(Duty.PREPARER);
    }

    /** Whether the reader does this in the round, and it still goes on. */
    public boolean mayDo(Duty duty) {
        return duties.contains(duty) && !isClosed();
    }
}
