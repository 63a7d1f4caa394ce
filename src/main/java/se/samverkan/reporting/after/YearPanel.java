package se.samverkan.reporting.after;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;

/** The years after, on the page of a case that has been closed. */
@Component
@Order(81)
class YearPanel implements CasePanel {

    private final YearsAfter years;

    YearPanel(YearsAfter years) {
        this.years = years;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(PartnershipView partnership) {
        if (partnership.standing().isLive()) {
            return Optional.empty();
        }
        List<YearAfter> born = years.of(partnership.id());
        return born.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel(
                        "reporting.after.title",
                        born.stream()
                                .map(each -> new Line(
                                        "reporting.after.panel.year",
                                        page -> page.text(
                                                "reporting.after.answered",
                                                each.year(),
                                                each.answers().size()),
                                        ""))
                                .toList(),
                        "reporting.after.none",
                        "reporting.after.see",
                        "/partnerships/" + partnership.id() + "/years"));
    }
}
