package se.samverkan.records.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as its reader sees it: by the newest version that is the reader's to see.
 *
 * @param kind the code of the room that drew it up
 * @param owner the organisation whose it is
 * @param organiser the organiser that it is about, or null
 * @param unit the unit that it is about, or null
 * @param unitName empty where it is about none
 * @param version counts its changes
 * @param number the number of the newest version
 * @param title what that version is called
 * @param writtenAt when that version was written
 * @param state how far that version has come
 * @param mark the provision of its secrecy mark, empty where it has none
 * @param narrowed whether fewer may read it than its case allows
 */
public record DocumentView(
        long id,
        String kind,
        String language,
        RecordRef record,
        long owner,
        String ownerName,
        @Nullable Long organiser,
        @Nullable Long unit,
        String unitName,
        Visibility visibility,
        int version,
        Instant madeAt,
        int number,
        String title,
        Instant writtenAt,
        State state,
        String mark,
        boolean narrowed) {

    /** How far a version has come: utkast, fastställd, delad. */
    public enum State {
        DRAFT,
        ADOPTED,
        SHARED
    }

    /** By whom it is seen beside those who wrote it. */
    public enum Visibility {
        OWN,
        OPENED,
        SHARED,
        PUBLIC
    }

    public boolean isDraft() {
        return state == State.DRAFT;
    }
}
