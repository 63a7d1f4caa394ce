package se.samverkan.agreement.funding;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;

/** The money of a partnership beside its page, where its programme has funding, for those who handle it. */
@Component
@Order(3)
class FundingPanel implements CasePanel {

    private final Funding funding;
    private final Rights rights;

    FundingPanel(Funding funding, Rights rights) {
        this.funding = funding;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(PartnershipView partnership) {
        boolean handles = rights.allow(Verb.HANDLE_FUNDING, partnership.owner())
                || rights.allow(Verb.HANDLE_FUNDING, partnership.organiser());
        if (!handles || !funding.isPartOf(partnership)) {
            return Optional.empty();
        }
        List<Line> lines = funding.granted(partnership.id()).stream()
                .map(each -> new Line(
                        "agreement.field.amount", page -> page.words().money(each.amount()), each.caseNumber()))
                .toList();
        return Optional.of(new Panel(
                "agreement.funding.title",
                lines,
                "agreement.funding.empty.title",
                "agreement.funding.panel.more",
                "/partnerships/" + partnership.id() + "/funding"));
    }
}
