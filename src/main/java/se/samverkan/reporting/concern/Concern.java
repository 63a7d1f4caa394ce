package se.samverkan.reporting.concern;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A concern about a partnership, as somebody who sees it sees it.
 *
 * @param unit the unit that it is about; empty for the whole
 * @param agencySide whether the agency's side raised it
 * @param shared whether both sides see it
 * @param mayHandle whether the actor answers, escalates and closes it
 * @param steps what happened to it, the oldest first
 */
record Concern(
        long id,
        long partnership,
        long agency,
        long organiser,
        String organiserName,
        Optional<Long> unit,
        String unitName,
        boolean agencySide,
        boolean shared,
        String words,
        Standing standing,
        int version,
        String by,
        long madeBy,
        Instant at,
        boolean mayHandle,
        List<Step> steps) {

    /** How far it has come. */
    enum Standing {
        RAISED,
        ANSWERED,
        ESCALATED,
        CLOSED
    }

    /** What can be done with one that is open. */
    enum Deed {
        ANSWERED(Standing.ANSWERED),
        ESCALATED(Standing.ESCALATED),
        CLOSED(Standing.CLOSED),
        SHARED(null);

        private final @org.jspecify.annotations.Nullable Standing after;

        Deed(@org.jspecify.annotations.Nullable Standing after) {
            this.after = after;
        }

        Standing after(Standing before) {
            return after == null ? before : after;
        }
    }

    /** Something that was done. */
    record Step(Deed kind, String words, String by, Instant at) {}

    boolean isOpen() {
        return standing != Standing.CLOSED;
    }

    /** What the actor can do with it now. */
    List<Deed> deeds() {
        return !mayHandle || !isOpen()
                ? List.of()
                : List.of(Deed.values()).stream()
                        .filter(deed -> deed != Deed.SHARED || !shared)
                        .filter(deed -> deed != Deed.ESCALATED || standing != Standing.ESCALATED)
                        .toList();
    }

    String address() {
        return "/partnerships/" + partnership + "/concerns/" + id;
    }

    Concern with(List<Step> happened) {
        return new Concern(
                id,
                partnership,
                agency,
                organiser,
                organiserName,
                unit,
                unitName,
                agencySide,
                shared,
                words,
                standing,
                version,
                by,
                madeBy,
                at,
                mayHandle,
                happened);
    }
}
