package se.samverkan.shared.page;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.PersonalNumbers;
import se.samverkan.shared.Refusal;

/**
 * What somebody has written in their own words. A personal identity number stands in it only with a reason, which the log
 * keeps: this system is about schools and their work, and mostly such a number was pasted by mistake.
 *
 * @param text the words
 * @param numberReason why a personal identity number stands there; empty where none does
 */
public record FreeText(String text, String numberReason) {

    /** Nothing written. */
    public static final FreeText NONE = new FreeText("", "");

    /** The field in which somebody says why. */
    public static final String REASON_FIELD = "number-reason";

    private static final String REFUSED = "shared.refusal.personal-number";

    /** Refuses a personal identity number without a reason; a reason without a number is left out. */
    public FreeText {
        if (numberReason.isBlank() && PersonalNumbers.areIn(text)) {
            throw Refusal.rule(REFUSED);
        }
        numberReason = PersonalNumbers.areIn(text) ? numberReason : "";
    }

    /** What was written in a field of a form. */
    public static FreeText of(SentForm sent, String field) {
        return new FreeText(sent.text(field), sent.text(REASON_FIELD));
    }

    /** Why a personal identity number stands in it; null where none does. */
    @Nullable
    public String numberReasonOrNull() {
        return numberReason.isEmpty() ? null : numberReason;
    }

    /** Whether the form must ask for a reason, for what stands in some of its fields. */
    public static boolean asks(SentForm form, String... fields) {
        return Arrays.stream(fields).anyMatch(field -> PersonalNumbers.areIn(form.text(field)));
    }

    /** What else is wrong with the form, and that the reason is missing where it must be there. */
    public static FormErrors errors(FormErrors others, SentForm sent, String... fields) {
        return asks(sent, fields) && sent.text(REASON_FIELD).isEmpty() ? others.with(REASON_FIELD, REFUSED) : others;
    }
}
