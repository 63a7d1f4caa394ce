package se.samverkan.analysis.page;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;

/** The analyses of a case beside its page, for those who may read any, and the way to the units' data packs. */
@Component
@Order(1)
class AnalysisPanel implements CasePanel {

    private final Analyses analyses;
    private final Rights rights;

    AnalysisPanel(Analyses analyses, Rights rights) {
        this.analyses = analyses;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(PartnershipView partnership) {
        List<AnalysisView> all = analyses.ofPartnership(partnership.id());
        if (all.isEmpty() && !rights.allow(Verb.READ_ANALYSIS)) {
            return Optional.empty();
        }
        return Optional.of(new Panel(
                "analysis.list.title",
                all.stream()
                        .map(each -> new Line("analysis.level." + each.level(), page -> each.unitName(), ""))
                        .toList(),
                "analysis.list.none",
                "analysis.panel.more",
                "/partnerships/" + partnership.id() + "/analyses"));
    }
}
