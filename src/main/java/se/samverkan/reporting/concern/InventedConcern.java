package se.samverkan.reporting.concern;

import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.Standing;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** In the demonstration a concern has been raised in a partnership that runs, and answered. */
@Component
@Order(67)
class InventedConcern implements InventedStory {

    private final Partnerships partnerships;
    private final Concerns concerns;
    private final MessageSource messages;

    InventedConcern(Partnerships partnerships, Concerns concerns, MessageSource messages) {
        this.partnerships = partnerships;
        this.concerns = concerns;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "reporting-concern";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .filter(each -> each.standing() == Standing.RUNNING)
                .reduce((one, next) -> next)
                .ifPresent(each -> {
                    long id = concerns.raise(each.id(), Optional.empty(), true, word("raised"));
                    concerns.does(each.id(), id, 0, "ANSWERED", word("answered"));
                });
    }

    private FreeText word(String key) {
        return new FreeText(messages.getMessage("reporting.concern.invented." + key, null, Words.SWEDISH), "");
    }
}
