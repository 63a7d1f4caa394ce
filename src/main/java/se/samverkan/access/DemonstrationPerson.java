package se.samverkan.access;

import org.jspecify.annotations.Nullable;

/**
 * An invented person of a demonstration, for somebody to be for a while.
 *
 * @param name an invented name
 * @param role the one role the person has
 * @param organisation the invented organisation it is held in, by its id, or null for everywhere
 * @param unit the invented unit it is held in, by its id, or null
 */
public record DemonstrationPerson(
        String name,
        Role role,
        @Nullable Long organisation,
        @Nullable Long unit) {}
