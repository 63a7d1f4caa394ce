package se.samverkan.shared.page;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.PersonalNumbers;
import se.samverkan.shared.Refusal;

/**
 * What somebody has written in their own words. A personal identity number stands in it only with a reason, which the log
 * keeps: mostly it was pasted by mistake.
 *
 * @param text the words
 * @param numberReason why a personal identity number stands there; empty where none does
 */
public record FreeText(String text, String numberReason) {

    public static final FreeText NONE = new FreeText("", "");

    /** The field in which somebody says why. */
    public static final String REASON_FIELD = "number-reason";

    private static final String REFUSED = "refusal.personal-number";

    /** Refuses a personal identity number without a reason; a reason without a number is left out. */
    public FreeText {
        boolean numbers = PersonalNumbers.areIn(text);
        if (numberReason.isBlank() && numbers) {
            throw Refusal.rule(REFUSED);
        }
        numberReason = numbers ? numberReason : "";
    }

    /** What was written in a field of a form. */
    public static FreeText of(SentForm sent, String field) {
        return new FreeText(sent.text(field), sent.text(REASON_FIELD));
    }

    /** Why a personal identity number stands in it; null where none does. */
    public @Nullable String numberReasonOrNull() {
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
