package se.samverkan.partnership.overview;

import se.samverkan.partnership.Standing;
import se.samverkan.shared.Period;

/**
 * A case in the list.
 *
 * @param phase the key of the phase that was begun last in it; empty before the first
 * @param units how many units are in it
 * @param cohort what its cohort is called; empty where it has none
 */
record CaseRow(
        long id,
        String organiser,
        String variant,
        int variantVersion,
        String cohort,
        Period firstTerm,
        Standing standing,
        String phase,
        int units) {}
