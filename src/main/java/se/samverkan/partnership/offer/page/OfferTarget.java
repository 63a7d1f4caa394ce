package se.samverkan.partnership.offer.page;

import java.util.List;
import java.util.Optional;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.cohort.Cohort;
import se.samverkan.programme.variant.Variant;
import se.samverkan.selection.DecidedRounds.Decided;
import se.samverkan.shared.Period;

/**
 * To whom a draft goes and what can be chosen in it.
 *
 * @param owners for which agencies and offices it can be made; the round's own where it stands on one
 * @param round the round that it stands on, where it does
 * @param units what can be offered, the organiser's own level first
 * @param terms in which the work can begin
 */
record OfferTarget(
        OrganiserView organiser,
        Variant variant,
        List<OrganisationView> owners,
        Optional<Decided> round,
        List<UnitView> units,
        List<Cohort> cohorts,
        List<Period> terms) {

    Optional<UnitView> unit(String key) {
        return units.stream().filter(each -> each.key().equals(key)).findFirst();
    }
}
