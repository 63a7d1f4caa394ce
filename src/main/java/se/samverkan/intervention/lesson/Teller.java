package se.samverkan.intervention.lesson;

import java.util.Optional;

/**
 * Who has a lesson to tell: a unit, or an organisation of its own.
 *
 * @param organisation the organiser of the unit, or the organisation itself
 * @param unit the id of the unit; empty where the organisation tells
 * @param provider whether it is a provider's
 */
public record Teller(long organisation, Optional<Long> unit, String name, boolean provider) {

    /** What stands for it in a form. */
    public String key() {
        return unit.map(id -> "unit-" + id).orElse("organisation-" + organisation);
    }
}
