package se.samverkan.programme.variant;

import java.util.List;

/**
 * A paper that the programme leaves behind.
 *
 * @param kind what kind it is, which the room that makes it knows it by (such as {@code ANALYSIS})
 * @param phase the phase at whose end it is due
 * @param levels where one is made
 * @param adoptedBy the roles that adopt it, all of them
 * @param shared whether it is shared with the other side
 */
public record RequiredDocument(
        String key, Text name, String kind, String phase, List<Level> levels, List<String> adoptedBy, boolean shared) {}
