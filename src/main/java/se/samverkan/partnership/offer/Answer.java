package se.samverkan.partnership.offer;

import java.util.Optional;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * What somebody answers about one unit.
 *
 * @param unit the key of the unit
 * @param reason why not; empty for a yes
 * @param words more in words, or the reason where none of those with a name is it
 */
public record Answer(String unit, boolean yes, Optional<AnswerReason> reason, FreeText words) {

    public static Answer yes(String unit) {
        return new Answer(unit, true, Optional.empty(), new FreeText("", ""));
    }

    public static Answer no(String unit, AnswerReason reason, String words) {
        return new Answer(unit, false, Optional.of(reason), new FreeText(words, ""));
    }

    /** @throws Refusal when a no has no reason */
    void check() {
        if (!yes && reason.isEmpty()) {
            throw Refusal.rule("partnership.offer.refusal.reason");
        }
        if (reason.filter(AnswerReason.OTHER::equals).isPresent()
                && words.text().isBlank()) {
            throw Refusal.rule("partnership.offer.refusal.reason-words");
        }
    }

    /** Whether it says what somebody has said already. */
    boolean says(Offer.Approval given) {
        return given.yes() == yes
                && given.reason().equals(yes ? Optional.empty() : reason)
                && given.words().equals(words.text());
    }
}
