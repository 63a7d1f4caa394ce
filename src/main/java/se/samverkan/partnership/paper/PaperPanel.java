package se.samverkan.partnership.paper;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;

/** The way from the page of a case to its documents. It lists none: that page asks the database enough. */
@Component
@Order(30)
class PaperPanel implements CasePanel {

    @Override
    public Optional<Panel> of(PartnershipView partnership) {
        return Optional.of(new Panel(
                "partnership.papers.title",
                List.of(),
                "partnership.papers.panel",
                "partnership.papers.more",
                CaseDocumented.address(partnership.id())));
    }
}
