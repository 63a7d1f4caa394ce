package se.samverkan.meeting.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;

/**
 * An assignment (uppdrag) between meetings.
 *
 * @param meeting the meeting in which it was given
 * @param item the item of its agenda that it came of; empty where it came of none
 * @param due the last day; empty where it is until the next meeting
 * @param reports how it goes, the oldest first
 * @param mine whether the reader is the one who does it
 * @param version what a change names as the version it saw
 * @param removed whether it was removed, which can be undone for a time
 */
public record AssignmentView(
        long id,
        long meeting,
        Optional<Long> item,
        String what,
        long person,
        PersonName name,
        Optional<LocalDate> due,
        List<Report> reports,
        boolean mine,
        int version,
        Optional<Instant> removed) {

    /**
     * How it goes, or went.
     *
     * @param file the id of the file that came with it
     */
    public record Report(
            long id, String words, Optional<Long> file, String fileName, boolean done, PersonName by, Instant at) {}

    public boolean isDone() {
        return reports.stream().anyMatch(Report::done);
    }

    /** When it was last reported; empty while it has not been. */
    public Optional<Instant> lastReport() {
        return reports.isEmpty()
                ? Optional.empty()
                : Optional.of(reports.getLast().at());
    }

    public String address() {
        return "/meetings/" + meeting + "/assignments/" + id;
    }
}
