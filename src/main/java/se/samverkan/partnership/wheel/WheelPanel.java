package se.samverkan.partnership.wheel;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;

/** Leads from the page of an organiser's own work to its wheel. */
@Component
@Order(0)
class WheelPanel implements CasePanel {

    @Override
    public Optional<Panel> of(PartnershipView partnership) {
        return partnership.owner() != partnership.organiser()
                ? Optional.empty()
                : Optional.of(new Panel(
                        "partnership.wheel.panel",
                        List.of(),
                        "partnership.wheel.panel.text",
                        "partnership.wheel.panel.more",
                        "/partnerships/" + partnership.id() + "/wheel"));
    }
}
