package se.samverkan.agreement.text;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;

/** The agreements of a partnership beside its page, for those who draw them up or read what is settled. */
@Component
@Order(2)
class AgreementPanel implements CasePanel {

    private final Agreements agreements;
    private final BeginningAgreements beginning;

    AgreementPanel(Agreements agreements, BeginningAgreements beginning) {
        this.agreements = agreements;
        this.beginning = beginning;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(PartnershipView partnership) {
        List<Agreements.Standing> all = agreements.standing(partnership.id());
        return all.isEmpty() && !beginning.mayBegin(partnership)
                ? Optional.empty()
                : Optional.of(new Panel(
                        "agreement.list.title",
                        all.stream().map(AgreementPanel::line).toList(),
                        "agreement.list.empty.title",
                        "agreement.panel.more",
                        "/partnerships/" + partnership.id() + "/agreements"));
    }

    private static Line line(Agreements.Standing agreement) {
        return new Line(
                "agreement.stage." + agreement.stage(),
                page -> page.text(
                        agreement.number() == 0 ? "agreement.title" : "agreement.title.amendment", agreement.number()),
                "");
    }
}
