package se.samverkan.partnership.handover;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.staffing.CasePeople;
import se.samverkan.programme.variant.Text;

/** Who has which role today. */
@Component
@Order(3)
class WhoIsWho implements PackPart {

    private final CasePeople people;

    WhoIsWho(CasePeople people) {
        this.people = people;
    }

    @Override
    public String key() {
        return "partnership.handover.who";
    }

    @Override
    public List<Pack.Line> lines(PartnershipView partnership) {
        return people.today(partnership.id()).stream()
                .map(person -> new Pack.Line(
                        "",
                        "role." + person.role(),
                        new Text(person.name().name(), person.name().name()),
                        person.unit()
                                .flatMap(partnership::participant)
                                .map(Participant::name)
                                .orElse("")))
                .toList();
    }
}
