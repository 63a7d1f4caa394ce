package se.samverkan.reporting.portfolio;

import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** In the demonstration the programme officer has saved a view of the portfolio, and has been warned. */
@Component
@Order(68)
class InventedView implements InventedStory {

    private final SavedViews views;
    private final Warnings warnings;
    private final MessageSource messages;

    InventedView(SavedViews views, Warnings warnings, MessageSource messages) {
        this.views = views;
        this.warnings = warnings;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "reporting-view";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        views.save(
                messages.getMessage("reporting.view.invented", null, Words.SWEDISH), false, Map.of("overdue", "true"));
        warnings.look();
    }
}
