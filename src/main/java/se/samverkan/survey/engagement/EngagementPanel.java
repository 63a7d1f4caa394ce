package se.samverkan.survey.engagement;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;

/** The way from a partnership to how many take part, for those who read it. */
@Component
@Order(8)
class EngagementPanel implements CasePanel {

    private final Engagement engagement;

    EngagementPanel(Engagement engagement) {
        this.engagement = engagement;
    }

    @Override
    public Optional<Panel> of(PartnershipView partnership) {
        return !engagement.concernsActor()
                ? Optional.empty()
                : Optional.of(new Panel(
                        "survey.engagement.title",
                        List.of(),
                        "survey.engagement.panel",
                        "survey.engagement.panel.more",
                        "/partnerships/" + partnership.id() + "/engagement"));
    }
}
