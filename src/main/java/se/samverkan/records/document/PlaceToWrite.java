package se.samverkan.records.document;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody may draw up documents: an organisation, or one of its units.
 *
 * @param unit the unit, or null where it is the organisation itself
 * @param organiser whether the organisation is an organiser, whose documents are its own
 */
public record PlaceToWrite(long organisation, @Nullable Long unit, boolean organiser, String name) {

    /** As a form names it. */
    public String key() {
        return organisation + (unit == null ? "" : "-" + unit);
    }
}
