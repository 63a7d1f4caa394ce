package se.samverkan.intervention.invented;

import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.commission.Commissions.Terms;
import se.samverkan.intervention.commission.Deed;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's university counters the first of what it was asked for: it can begin a term later. The other one waits. */
@Component
@Order(49)
class InventedCounter implements InventedStory {

    private final Commissions commissions;
    private final MessageSource messages;

    InventedCounter(Commissions commissions, MessageSource messages) {
        this.commissions = commissions;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "intervention-counter";
    }

    @Override
    public Role teller() {
        return Role.UNIVERSITY_COORDINATOR;
    }

    @Override
    public void tell() {
        commissions.asked().stream()
                .filter(each -> each.allows(Deed.COUNTER))
                .findFirst()
                .ifPresent(this::counter);
    }

    private void counter(CommissionView commission) {
        commissions.act(
                commission.id(),
                commission.version(),
                Deed.COUNTER,
                new FreeText(new Words(messages, Words.SWEDISH).text("commission.invented.counter"), ""),
                Optional.of(new Terms(
                        commission.first().plusTerms(1), commission.last().plusTerms(1))));
    }
}
