package se.samverkan.reporting.publication;

import java.util.Optional;

/**
 * For whom the actor can write: an organiser that takes part, a unit of it, or an office.
 *
 * @param organisation the organiser, that of the unit, or the office
 * @param unit the id of the unit; empty where the organisation speaks
 * @param office whether it is an office, which is about no organiser
 */
record Sender(long organisation, Optional<Long> unit, String name, boolean office) {

    /** What stands for it in a form. */
    String key() {
        return unit.map(id -> "unit-" + id).orElse("organisation-" + organisation);
    }
}
