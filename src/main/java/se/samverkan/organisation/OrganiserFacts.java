package se.samverkan.organisation;

import org.jspecify.annotations.Nullable;

/**
 * An organiser (huvudman) as a source tells it.
 *
 * @param number the organisation number, ten digits, or null where the source has none
 * @param name its name
 * @param type MUNICIPAL, INDEPENDENT, REGION or STATE
 * @param municipality the code of its municipality, for municipal organisers
 * @param soleTrader whether the number is a personal identity number, which never stands in an address or a log
 * @param source where this is from: REGISTER, EXPORT, PRESCHOOLS or DEMONSTRATION
 */
public record OrganiserFacts(
        @Nullable String number,
        String name,
        String type,
        @Nullable String municipality,
        boolean soleTrader,
        String source) {}
