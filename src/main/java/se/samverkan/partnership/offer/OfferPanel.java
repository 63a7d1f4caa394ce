package se.samverkan.partnership.offer;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;

/** The way from a case to the offer that it began with, for those who make or answer offers. */
@Component
@Order(5)
class OfferPanel implements CasePanel {

    private final Offers offers;

    OfferPanel(Offers offers) {
        this.offers = offers;
    }

    @Override
    public Optional<Panel> of(PartnershipView partnership) {
        return offers.concernActor()
                ? Optional.of(new Panel(
                        "partnership.offers.title",
                        List.of(),
                        "partnership.offer.panel.text",
                        "partnership.offer.panel.more",
                        "/partnerships/offers"))
                : Optional.empty();
    }
}
