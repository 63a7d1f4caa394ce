package se.samverkan.selection.allotment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.samverkan.selection.round.RoundView.FormPlaces;

/**
 * A frozen version of what a round's choice rests on (underlag).
 *
 * @param round the round
 * @param version from 1
 * @param criteriaVersion the version of the criteria
 * @param perOrganiser the most units of one organiser, where that is limited
 * @param forms the school forms and their places, in their order
 * @param lastImport the last import of figures that was known
 * @param checksum SHA-256 of its text, in hex
 * @param by who froze it
 * @param at when
 * @param left why it was left for a new version, where it was
 */
public record BasisView(
        long round,
        int version,
        int criteriaVersion,
        OptionalInt perOrganiser,
        List<FormPlaces> forms,
        int lastImport,
        String checksum,
        String by,
        Instant at,
        Optional<Left> left) {

    /** Who left a version, and why. */
    record Left(String reason, String by, Instant at) {}

    /** Whether it has not been left for a new version. */
    public boolean stands() {
        return left.isEmpty();
    }
}
