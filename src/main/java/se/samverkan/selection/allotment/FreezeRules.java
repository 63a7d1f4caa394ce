package se.samverkan.selection.allotment;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.candidate.CandidateList;
import se.samverkan.selection.candidate.CriteriaView;
import se.samverkan.selection.candidate.Criterion;
import se.samverkan.selection.candidate.CriterionCatalogue;
import se.samverkan.selection.invitation.StoredInvitations;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.Indicators;

/** What a basis must be before it is frozen; each refusal says what to do. */
@Component
class FreezeRules {

    private final CriterionCatalogue catalogue;
    private final Indicators indicators;
    private final StoredInvitations invitations;

    FreezeRules(CriterionCatalogue catalogue, Indicators indicators, StoredInvitations invitations) {
        this.catalogue = catalogue;
        this.indicators = indicators;
        this.invitations = invitations;
    }

    /** @throws Refusal while an invited organiser waits for an answer to what it proposed */
    void checkRequests(long round) {
        int waiting = invitations.numbers(round).waiting();
        if (waiting > 0) {
            throw Refusal.rule("selection.refusal.requests-wait", waiting);
        }
    }

    /** @throws Refusal for a form without weights, or a criterion on an indicator that is no longer kept */
    void checkCriteria(RoundView round, CriteriaView criteria) {
        for (Criterion criterion : criteria.criteria()) {
            if (catalogue.find(criterion.form(), criterion.indicator()).isEmpty()
                    || indicators.find(criterion.indicator()).isEmpty()) {
                throw Refusal.rule("selection.refusal.indicator-withdrawn", criterion.indicator());
            }
        }
        for (FormPlaces form : round.forms()) {
            double sum = criteria.of(form.form()).stream()
                    .filter(Criterion::isWeighted)
                    .mapToDouble(Criterion::amount)
                    .sum();
            if (!(sum > 0)) {
                throw Refusal.rule("refusal.needs.no-weight");
            }
        }
    }

    /** @throws Refusal for a criterion that no unit has a figure of */
    void checkWindows(CandidateList list) {
        for (Criterion criterion : list.criteria()) {
            if (!list.candidates().isEmpty() && list.withValue(criterion.number()) == 0) {
                throw Refusal.rule(
                        "selection.refusal.window-without-data",
                        criterion.lastPeriod().toString());
            }
        }
    }

    /** @throws Refusal when no unit can be chosen */
    void checkUnits(List<BasisUnit> units) {
        if (units.stream().noneMatch(BasisUnit::mayBeDrawn) && units.stream().noneMatch(BasisUnit::needsSupport)) {
            throw Refusal.rule("selection.refusal.no-candidates");
        }
    }
}
