package se.samverkan.organisation;

import org.jspecify.annotations.Nullable;

/**
 * An organiser as other rooms and pages see it.
 *
 * @param id its id here
 * @param key what stands in its address; never a personal identity number
 * @param number its organisation number, or null when that is unknown or a personal identity number
 * @param name its name
 * @param type MUNICIPAL, INDEPENDENT, REGION or STATE
 * @param municipality the code of its municipality, for municipal organisers
 */
public record OrganiserView(
        long id,
        String key,
        @Nullable String number,
        String name,
        String type,
        @Nullable String municipality) {}
