package se.samverkan.meeting.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.programme.variant.MeetingSeries;

/**
 * What is left to plan of a series, for a unit or for the whole case.
 *
 * @param unit empty where the units meet as one
 * @param begins the day that its phase began, or is planned to
 * @param proposals the meetings that are not planned, in order
 * @param knownDays whether the organiser's holidays are known
 */
record SeriesPlan(
        PartnershipView partnership,
        MeetingSeries series,
        Optional<Participant> unit,
        LocalDate begins,
        List<Proposal> proposals,
        boolean knownDays) {

    Optional<Long> unitId() {
        return unit.map(Participant::unit);
    }

    /** Whether all cases of the cohort meet as one in it. */
    boolean isCommon() {
        return Gatherings.isCommon(partnership, series);
    }

    String address() {
        return "/partnerships/" + partnership.id() + "/meetings/series/" + series.key() + "?unit="
                + unitId().orElse(0L);
    }
}
