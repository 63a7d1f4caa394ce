package se.samverkan.meeting.minutes;

import java.time.Instant;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;
import se.samverkan.meeting.Minuted;
import se.samverkan.records.mark.MarkView;

/**
 * A paragraph of what was noted or decided in a meeting.
 *
 * @param item the item of the agenda that it came of; empty where it came of none
 * @param writer the id of whoever wrote it
 * @param changed who changed it last, and when
 * @param version what a change names as the version it saw
 * @param words what it says; empty where a secrecy mark shuts it to the reader
 * @param mark the secrecy mark on what it says
 * @param removed when it was removed, which can be undone for a time
 */
record Paragraph(
        long id,
        long meeting,
        Optional<Long> item,
        Scope scope,
        Kind kind,
        String words,
        long writer,
        PersonName by,
        Instant at,
        Optional<Changed> changed,
        int version,
        Optional<Instant> removed,
        Optional<MarkView> mark) {

    /** What its records are called among all that can be marked as secret. */
    static final String KIND = Minuted.KIND;

    /** Whose it is. */
    enum Scope {
        /** A facilitator's own working note: its writer's alone, for ever. */
        OWN,
        /** The facilitators' until it is shared. */
        DRAFT,
        /** Everybody's who reads the meeting. */
        SHARED
    }

    /** What it tells. */
    enum Kind {
        NOTE,
        DECISION
    }

    /** Who changed it, and when. */
    record Changed(PersonName by, Instant at) {}

    /** What a paragraph said before, or what somebody wrote in it that another was quicker than. */
    record Earlier(String words, boolean lost, PersonName by, Instant at) {}

    boolean isDecision() {
        return kind == Kind.DECISION;
    }

    /** Whether a secrecy mark shuts what it says to the reader. */
    boolean isShut() {
        return mark.filter(MarkView::shut).isPresent();
    }

    String address() {
        return "/meetings/" + meeting + "/paragraphs/" + id;
    }
}
