package se.samverkan.intervention.matching;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;

/** What has been chosen from the catalogues, beside the page of a case, for those who read analyses there. */
@Component
@Order(2)
class MatchPanel implements CasePanel {

    private static final int SHOWN = 5;

    private final Matching matching;
    private final Rights rights;

    MatchPanel(Matching matching, Rights rights) {
        this.matching = matching;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(PartnershipView partnership) {
        if (!rights.allow(Verb.READ_CATALOGUE) || !rights.allow(Verb.READ_ANALYSIS)) {
            return Optional.empty();
        }
        List<Line> lines = matching.ofPartnership(partnership.id()).stream()
                .limit(SHOWN)
                .map(each -> new Line("match.panel.chosen", page -> each.title(), each.provider()))
                .toList();
        return Optional.of(new Panel(
                "match.case.title",
                lines,
                "match.panel.none",
                "match.panel.more",
                "/partnerships/" + partnership.id() + "/interventions"));
    }
}
