package se.samverkan.records.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is drawn up.
 *
 * @param owner the organisation whose document it is
 * @param organiser the organiser that it is about, or whose own it is; null where it is about none
 * @param unit the unit that it is about; its own where the organiser owns it
 * @param kind what it is, as a code of the room that draws it up, such as {@code selection.decision}; its name stands in
 *     that room's messages under {@code document.kind.<kind>}
 * @param title what it is called
 * @param language the language it is written in
 * @param record what it belongs to
 */
public record Draft(
        long owner,
        @Nullable Long organiser,
        @Nullable Long unit,
        String kind,
        String title,
        Locale language,
        RecordRef record) {}
