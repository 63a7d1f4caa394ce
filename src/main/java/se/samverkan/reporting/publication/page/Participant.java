package se.samverkan.reporting.publication.page;

import java.util.List;
import java.util.Set;
import se.samverkan.shared.Period;

/**
 * An organiser that has said, or of which law lets the office say, that it takes part.
 *
 * @param key what stands in its address
 * @param own whether it has chosen itself to be shown; else the office tells of it
 * @param counties where it is, as far as what it shows tells it: the codes of counties
 * @param units the units that it shows, by name
 */
record Participant(
        long id, String key, String name, boolean own, Set<String> counties, List<Part> parts, List<ShownUnit> units) {

    /**
     * A programme that it takes part in.
     *
     * @param goesOn false once the partnership has ended
     */
    record Part(String variant, int variantVersion, Period firstTerm, boolean goesOn) {}

    /**
     * A unit that it shows.
     *
     * @param closed whether it has been closed since
     */
    record ShownUnit(String key, String name, boolean ownLevel, boolean closed) {}

    boolean goesOn() {
        return parts.stream().anyMatch(Part::goesOn);
    }

    String address() {
        return "/public/participants/" + key;
    }
}
