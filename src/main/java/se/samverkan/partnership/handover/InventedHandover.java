package se.samverkan.partnership.handover;

import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.staffing.CasePeople;
import se.samverkan.partnership.staffing.PersonInCase;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** In the demonstration a facilitator leaves soon, and a handover waits for the other one of the pair. */
@Component
@Order(42)
class InventedHandover implements InventedStory {

    private final Partnerships partnerships;
    private final CasePeople people;
    private final Handovers handovers;
    private final MessageSource messages;

    InventedHandover(Partnerships partnerships, CasePeople people, Handovers handovers, MessageSource messages) {
        this.partnerships = partnerships;
        this.people = people;
        this.handovers = handovers;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "partnership-handover";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        for (PartnershipView partnership : partnerships.live()) {
            if (handOver(partnership)) {
                return;
            }
        }
    }

    private boolean handOver(PartnershipView partnership) {
        List<PersonInCase> facilitators = people.today(partnership.id()).stream()
                .filter(each -> each.role() == Role.PROCESS_FACILITATOR)
                .toList();
        Optional<PersonInCase> leaver =
                facilitators.stream().filter(each -> each.to().isPresent()).findFirst();
        Optional<Long> next = facilitators.stream()
                .filter(each -> each.to().isEmpty())
                .map(PersonInCase::person)
                .findFirst();
        leaver.ifPresent(person -> handovers.make(
                partnership.id(),
                person.assignment(),
                next,
                new FreeText(messages.getMessage("partnership.invented.questions", null, Words.SWEDISH), "")));
        return leaver.isPresent();
    }
}
