package se.samverkan.organisation.keeping;

import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** Checks of fields that several forms have, each giving a sentence at its field. */
final class KeptFields {

    private static final int LONGEST_NAME = 200;

    private KeptFields() {}

    /** A name is there, and short enough to be one. */
    static FormErrors name(SentForm sent, String missing) {
        String name = sent.text("name");
        FormErrors errors = FormErrors.none();
        if (name.isEmpty()) {
            return errors.with("name", missing);
        }
        return name.length() > LONGEST_NAME
                ? errors.with("name", "kept.refusal.long-name", LONGEST_NAME, name.length())
                : errors;
    }

    static FormErrors day(FormErrors errors, SentForm sent, String field) {
        return sent.day(field).isPresent() ? errors : errors.with(field, "kept.refusal.day");
    }
}
