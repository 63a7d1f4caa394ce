package se.samverkan.access.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.page.FormErrors;

/**
 * What came of a place field: the place that is meant, or why none could be told and what there is to choose from. The
 * field works without script: what can mean several places comes back with the places as choices.
 *
 * @param typed what stood in the field
 * @param place the place, null when it could not be told
 * @param choices the places it could be, when there are several
 * @param problem the key of what is wrong, empty when the place is told
 */
record PlaceAnswer(String typed, @Nullable Place place, List<Place> choices, String problem) {

    /** A field that nobody has sent yet. */
    static PlaceAnswer unasked(String typed) {
        return new PlaceAnswer(typed, null, List.of(), "");
    }

    /**
     * Reads the field.
     *
     * @param typed what stands in it
     * @param asked what stood in it when the choices were shown, null when none were
     * @param chosen the choice made among them
     */
    static PlaceAnswer of(
            Places places, Rights rights, @Nullable String typed, @Nullable String asked, @Nullable String chosen) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return rights.allowEverywhere(Verb.MANAGE_PEOPLE)
                    ? new PlaceAnswer(text, Place.EVERYWHERE, List.of(), "")
                    : new PlaceAnswer(text, null, List.of(), "people.error.place-needed");
        }
        List<Place> meant = places.meant(chosen != null && !chosen.isEmpty() && text.equals(asked) ? chosen : text);
        return switch (meant.size()) {
            case 0 -> new PlaceAnswer(text, null, List.of(), "people.error.place-unknown");
            case 1 -> new PlaceAnswer(text, meant.getFirst(), List.of(), "");
            default -> new PlaceAnswer(text, null, meant, "people.error.place-several");
        };
    }

    FormErrors addTo(FormErrors errors) {
        return problem.isEmpty() ? errors : errors.with("place", problem, typed);
    }
}
