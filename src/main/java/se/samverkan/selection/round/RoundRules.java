package se.samverkan.selection.round;

import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.shared.Refusal;

/** What a round must be, whoever writes it and by which door. */
final class RoundRules {

    private static final int MOST_PLACES = 10_000;

    private RoundRules() {}

    /** @throws Refusal with a reason that a programme officer can act on */
    static void check(RoundDraft draft) {
        if (draft.forms().isEmpty()) {
            throw Refusal.rule("selection.refusal.no-form");
        }
        for (FormPlaces form : draft.forms()) {
            if (form.places() < 1 || form.places() > MOST_PLACES) {
                throw Refusal.rule("selection.refusal.places", MOST_PLACES);
            }
        }
    }
}
