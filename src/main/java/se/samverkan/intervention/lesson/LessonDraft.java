package se.samverkan.intervention.lesson;

import java.util.Set;
import se.samverkan.intervention.catalogue.Theme;

/**
 * What somebody has to tell the others.
 *
 * @param cause for which cause
 * @param tried what was tried
 * @param seen what was seen of it
 * @param again what they would do again, and what not
 * @param contact whether those who support schools may ask them to meet others about it
 */
public record LessonDraft(
        String title,
        Set<Theme> themes,
        String cause,
        String tried,
        String seen,
        String again,
        Readers readers,
        boolean contact) {

    /** Everything that was written, to look for what does not belong there. */
    String all() {
        return String.join("\n", title, cause, tried, seen, again);
    }
}
