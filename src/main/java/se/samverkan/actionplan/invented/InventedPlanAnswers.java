package se.samverkan.actionplan.invented;

import java.util.Comparator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.actionplan.suggestion.PlanSuggestion;
import se.samverkan.actionplan.suggestion.PlanSuggestions;
import se.samverkan.partnership.Partnerships;
import se.samverkan.statistics.InventedStory;

/** The demonstration's head teacher takes one of the suggestions. */
@Component
@Order(55)
class InventedPlanAnswers implements InventedStory {

    private final Plans plans;
    private final PlanWriting writing;
    private final PlanSuggestions suggestions;
    private final Partnerships partnerships;

    InventedPlanAnswers(Plans plans, PlanWriting writing, PlanSuggestions suggestions, Partnerships partnerships) {
        this.plans = plans;
        this.writing = writing;
        this.suggestions = suggestions;
        this.partnerships = partnerships;
    }

    @Override
    public String step() {
        return "plan-answered";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .flatMap(each -> plans.ofPartnership(each.id()).stream())
                .filter(PlanView::adopts)
                .min(Comparator.comparing(PlanView::id))
                .ifPresent(this::accept);
    }

    private void accept(PlanView plan) {
        suggestions.of(plan).stream()
                .filter(PlanSuggestion::waits)
                .min(Comparator.comparing(PlanSuggestion::id))
                .ifPresent(first -> suggestions.accept(
                        plan.id(),
                        first.id(),
                        writing.parts(plan).find(first.part()).orElseThrow().version()));
    }
}
