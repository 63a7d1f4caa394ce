package se.samverkan.actionplan.content;

import java.time.Instant;
import java.util.Map;
import se.samverkan.access.Names.PersonName;

/**
 * What people wrote in a part and does not stand any more, or never came to.
 *
 * @param fields the fields that people write freely in; what was chosen in others the log tells
 */
public record KeptPlanText(
        String title, String words, Map<PlanField, String> fields, Why why, PersonName by, Instant writtenAt) {

    /** Why it does not stand. */
    public enum Why {
        REPLACED,
        /** Somebody else saved another text meanwhile. */
        NOT_SAVED
    }

    KeptPlanText by(PersonName name) {
        return new KeptPlanText(title, words, fields, why, name, writtenAt);
    }
}
