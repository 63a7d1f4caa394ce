package se.samverkan.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What has been removed and can still be taken back. Every room that lets people remove things implements it for each sort
 * of thing; the page of an organisation's bin shows them all.
 */
public interface Bin {

    /** How long a removal can be undone. */
    Duration KEPT = Duration.ofDays(30);

    /** Which sort of thing this is, as in the audit log, such as {@code area}; a key of the message files under bin. */
    String type();

    /** Whether the person may take things of this sort back for the organisation. */
    boolean allows(long organisation);

    /** What was removed in the last 30 days, the newest first. */
    List<Removed> removed(long organisation);

    /**
     * Takes one thing back, as it was.
     *
     * @throws Refusal when it is not in the bin any longer, when the person may not, or when something new has its place
     */
    void takeBack(long organisation, long id);

    /**
     * Something that was removed.
     *
     * @param type which sort of thing
     * @param name what people call it
     * @param until when it can no longer be taken back
     */
    record Removed(String type, long id, String name, Instant removedAt, Instant until) {}
}
