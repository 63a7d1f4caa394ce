package se.samverkan.partnership.staffing;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;

/** Who is who today, beside a partnership's page. */
@Component
@Order(1)
class PeoplePanel implements CasePanel {

    private final CasePeople people;

    PeoplePanel(CasePeople people) {
        this.people = people;
    }

    @Override
    public boolean isBeside() {
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(PartnershipView partnership) {
        List<Line> lines = people.today(partnership.id()).stream()
                .map(person -> new Line(
                        "role." + person.role(),
                        page -> person.acting()
                                ? person.called(page) + ", " + page.text("partnership.staffing.acting")
                                : person.called(page),
                        unit(partnership, person)))
                .toList();
        return Optional.of(new Panel(
                "partnership.staffing.title",
                lines,
                "partnership.staffing.nobody-yet",
                "partnership.staffing.see",
                address(partnership)));
    }

    private static String unit(PartnershipView partnership, PersonInCase person) {
        return person.unit()
                .flatMap(partnership::participant)
                .map(Participant::name)
                .orElse("");
    }

    private static String address(PartnershipView partnership) {
        return "/partnerships/" + partnership.id() + "/people";
    }
}
