package se.samverkan.intervention.invented;

import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.commission.Deed;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's university reports what the course came to; whoever gave the commission has not closed it yet. */
@Component
@Order(55)
class InventedReport implements InventedStory {

    private final Commissions commissions;
    private final MessageSource messages;

    InventedReport(Commissions commissions, MessageSource messages) {
        this.commissions = commissions;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "intervention-report";
    }

    @Override
    public Role teller() {
        return Role.UNIVERSITY_COORDINATOR;
    }

    @Override
    public void tell() {
        FreeText words = new FreeText(new Words(messages, Words.SWEDISH).text("delivery.invented.report"), "");
        commissions.asked().stream()
                .filter(each -> each.allows(Deed.REPORT))
                .forEach(each -> commissions.act(each.id(), each.version(), Deed.REPORT, words, Optional.empty()));
    }
}
