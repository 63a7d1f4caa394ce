package se.samverkan.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import se.samverkan.programme.variant.Text;

/**
 * A meeting (träff) as other rooms and pages see it.
 *
 * @param partnership the id of its case
 * @param unit the unit whose meeting it is; empty for one of the whole case
 * @param series the key of the variant's series that it is of; empty for one of the case's own
 * @param item the key of it in that series
 * @param phase the phase of the series
 * @param link where it is held at a distance; may be empty, as its place
 * @param prepare what to have done before
 * @param task what is done until the next one, as the programme says; empty for a meeting of the case's own
 * @param roles the roles that are invited
 * @param gathering what it is held as one with, where all cases of a cohort meet; empty for a meeting of one case
 * @param sequence how often it has been moved or cancelled, as calendars count
 * @param version what a change names as the version it saw
 */
public record MeetingView(
        long id,
        long partnership,
        Optional<Long> unit,
        long owner,
        long organiser,
        String series,
        String item,
        String phase,
        Text name,
        Instant starts,
        Instant ends,
        String place,
        String link,
        Text prepare,
        Text task,
        List<String> roles,
        Standing standing,
        Optional<Long> gathering,
        int sequence,
        int version) {

    /** The zone in which meetings are planned and shown. */
    public static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** Whether it is to be, was called off, or is over and its notes locked. */
    public enum Standing {
        PLANNED,
        CANCELLED,
        CLOSED
    }

    /** The day in Sweden. */
    public LocalDate day() {
        return LocalDate.ofInstant(starts, SWEDEN);
    }

    public boolean isOpen() {
        return standing == Standing.PLANNED;
    }

    public boolean isCancelled() {
        return standing == Standing.CANCELLED;
    }

    /** Whether it begins after a moment. */
    public boolean isAfter(Instant moment) {
        return starts.isAfter(moment);
    }

    public String address() {
        return "/meetings/" + id;
    }
}
