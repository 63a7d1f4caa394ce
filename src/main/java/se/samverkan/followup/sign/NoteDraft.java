package se.samverkan.followup.sign;

import java.time.LocalDate;
import java.util.Optional;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * That somebody saw a sign, as it is to be noted.
 *
 * @param file the id of a file that was sent in
 */
public record NoteDraft(SignState state, FreeText words, LocalDate seenOn, Optional<Long> file) {

    /** How many letters a note can have. */
    public static final int MOST_OF_WORDS = 2_000;

    public NoteDraft {
        if (words.text().length() > MOST_OF_WORDS) {
            throw Refusal.rule("followup.refusal.words-long", MOST_OF_WORDS);
        }
    }
}
