package se.samverkan.intervention.matching;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samverkan.intervention.catalogue.ActingLevel;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.organisation.search.TextIndex;
import se.samverkan.shared.Period;

/**
 * What a unit needs something for.
 *
 * @param text the words of the cause or area, and of what it stands under
 * @param themes what it is about
 * @param level at which level something has to change; null where nobody has said
 * @param forms the codes of the unit's school forms
 * @param municipality the code of its municipality; may be empty
 * @param neighbours the codes of the municipalities in the same county
 * @param terms the terms that lie ahead, in their order
 */
record Need(
        String text,
        Set<Theme> themes,
        @Nullable ActingLevel level,
        List<String> forms,
        String municipality,
        Set<String> neighbours,
        List<Period> terms) {

    /** The stems of the longer words of what it is about. */
    List<String> stems() {
        return TextIndex.stems(text);
    }
}
