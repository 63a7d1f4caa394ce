package se.samverkan.selection;

import java.util.List;

/**
 * What a room above this one knows of a unit that may be a reason to exclude it: support that goes on already, an offer
 * that was declined. It is shown as a suggestion; people exclude. Implemented by the rooms that know, as a bean.
 */
public interface ExclusionHint {

    /** What a room can know. */
    enum Ground {
        OTHER_SUPPORT,
        DECLINED_BEFORE
    }

    /**
     * One suggestion.
     *
     * @param ground the reason to exclude that it speaks for
     * @param key the sentence in the message files that says what is known
     * @param details what is to be put into the sentence
     */
    record Hint(Ground ground, String key, List<Object> details) {}

    /**
     * What is known of a unit; empty where nothing is.
     *
     * @param unit its id
     */
    List<Hint> hints(long unit);
}
