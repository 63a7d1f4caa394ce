package se.samverkan.partnership.offer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;

/**
 * What an offer is to say.
 *
 * @param owner the id of the agency or office that makes it
 * @param organiser the id of the organiser
 * @param variant the key of the programme variant
 * @param round the id of the decided round that it stands on, where it does
 * @param units the ids of the units, the organiser's own level among them
 * @param cohort the id of the cohort that it starts with, where it does
 */
public record OfferDraft(
        long owner,
        long organiser,
        String variant,
        Optional<Long> round,
        Set<Long> units,
        Optional<Long> cohort,
        Period firstTerm,
        LocalDate lastDay,
        FreeText why,
        FreeText message) {

    public OfferDraft {
        units = Set.copyOf(units);
    }

    /** The same with other units. */
    OfferDraft of(Set<Long> others) {
        return new OfferDraft(owner, organiser, variant, round, others, cohort, firstTerm, lastDay, why, message);
    }
}
