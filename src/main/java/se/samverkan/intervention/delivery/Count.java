package se.samverkan.intervention.delivery;

/**
 * How many of a unit's staff in one role and group came to an occasion.
 *
 * @param group the name of the group; may be empty
 * @param expected how many were to come
 */
public record Count(long occasion, long unit, String unitName, StaffRole role, String group, int expected, int came) {}
