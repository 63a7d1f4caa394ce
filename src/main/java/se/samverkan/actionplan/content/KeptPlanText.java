package se.samverkan.actionplan.content;

import java.time.Instant;
import se.samverkan.access.Names.PersonName;

/** A text of a part that does not stand any more, or that never came to. */
public record KeptPlanText(String title, String words, Why why, PersonName by, Instant writtenAt) {

    /** Why it does not stand. */
    public enum Why {
        REPLACED,
        /** Somebody else saved another text meanwhile. */
        NOT_SAVED
    }
}
