package se.samverkan.agreement.deviation;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;

/** What deviates from what was agreed, beside the page of a partnership, once there is something to deviate from. */
@Component
@Order(4)
class DeviationPanel implements CasePanel {

    private final Deviations deviations;

    DeviationPanel(Deviations deviations) {
        this.deviations = deviations;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(PartnershipView partnership) {
        if (deviations.party(partnership).isEmpty()
                || deviations.possible(partnership).isEmpty()) {
            return Optional.empty();
        }
        List<Line> open = deviations.ofPartnership(partnership.id()).stream()
                .filter(each -> each.answer().isEmpty())
                .map(each -> new Line("agreement.deviation.unanswered", page -> each.what(), ""))
                .toList();
        return Optional.of(new Panel(
                "agreement.deviation.title",
                open,
                "agreement.deviation.panel.none",
                "agreement.deviation.panel.more",
                "/partnerships/" + partnership.id() + "/deviations"));
    }
}
