package se.samverkan.followup.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.followup.report.StoredReports.FinalReport;
import se.samverkan.partnership.ClosingCondition;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;

/** The condition {@code final-reports-adopted}: every unit that still takes part has a final report that its organiser has adopted. */
@Component
class FinalReportsAdopted implements ClosingCondition {

    private final StoredReports store;
    private final Rights rights;

    FinalReportsAdopted(StoredReports store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public String condition() {
        return "final-reports-adopted";
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Outcome> of(PartnershipView partnership) {
        boolean known = rights.allow(Verb.READ_FOLLOW_UP, partnership.owner())
                || rights.allow(Verb.READ_FOLLOW_UP, partnership.organiser());
        return known ? Optional.of(Outcome.of(remains(partnership))) : Optional.empty();
    }

    private List<Remains> remains(PartnershipView partnership) {
        Map<Long, Boolean> adopted = new HashMap<>();
        for (FinalReport each : store.finals(partnership.id())) {
            adopted.merge(each.unit(), each.adopted(), Boolean::logicalOr);
        }
        return partnership.units().stream()
                .filter(unit -> unit.standing().isLive())
                .filter(unit -> !adopted.getOrDefault(unit.unit(), false))
                .map(unit -> remains(partnership, unit, adopted))
                .toList();
    }

    private static Remains remains(PartnershipView partnership, Participant unit, Map<Long, Boolean> begun) {
        return new Remains(
                begun.containsKey(unit.unit()) ? "followup.closing.not-adopted" : "followup.closing.not-begun",
                List.of(unit.name()),
                "/partnerships/" + partnership.id() + "/follow-ups");
    }
}
