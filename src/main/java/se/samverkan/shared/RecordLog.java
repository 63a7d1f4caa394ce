package se.samverkan.shared;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record's own part of the audit log, for the record's page. Declared here so that even the lowest room can show it;
 * the records room reads it, past row-level security: ask only for a record that the door has shown to the reader.
 */
public interface RecordLog {

    /**
     * What has happened to one record, the newest first.
     *
     * @param type which sort of record, as {@link Happening.Subject} names it
     * @param most how many lines at most
     */
    List<Line> of(String type, String id, int most);

    /**
     * The same, within the chains of some organisations only: for a record that several organisations have to do with.
     *
     * @param organisations their ids; 0 is the installation itself
     */
    List<Line> within(Set<Long> organisations, String type, String id, int most);

    /**
     * One line of the log.
     *
     * @param what the deed as a key of the message files without its {@code audit.} prefix
     * @param subject the record it was done to
     * @param onBehalfOf the system user who ran the command, or null
     */
    record Line(
            Instant at,
            Who who,
            String what,
            Subject subject,
            @Nullable String onBehalfOf,
            List<Change> changes) {}

    /**
     * Who did it.
     *
     * @param person the id of the person, 0 for the public
     * @param name what the person is called, empty for the public
     * @param formerRole the last role of somebody who has been given a pseudonym, else null
     */
    record Who(long person, String name, @Nullable String formerRole) {}

    /**
     * The record as it was called then.
     *
     * @param name empty when it has been disposed of
     */
    record Subject(String type, String id, String name) {}

    /** A value that changed; both null and erased when it has been disposed of. */
    record Change(
            String field, @Nullable String before, @Nullable String after, boolean erased) {}
}
