package se.samverkan.actionplan.invented;

import java.util.Comparator;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.actionplan.serving.Servings;
import se.samverkan.actionplan.suggestion.PlanSuggestion;
import se.samverkan.actionplan.suggestion.PlanSuggestions;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.variant.Level;
import se.samverkan.statistics.InventedStory;

/** The demonstration's head teacher takes one of the suggestions, and says what in the organiser's plan the school's serves. */
@Component
@Order(55)
class InventedPlanAnswers implements InventedStory {

    private final Plans plans;
    private final PlanWriting writing;
    private final PlanSuggestions suggestions;
    private final Servings servings;
    private final Partnerships partnerships;

    InventedPlanAnswers(
            Plans plans,
            PlanWriting writing,
            PlanSuggestions suggestions,
            Servings servings,
            Partnerships partnerships) {
        this.plans = plans;
        this.writing = writing;
        this.suggestions = suggestions;
        this.servings = servings;
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
                .ifPresent(plan -> {
                    accept(plan);
                    serve(plan);
                });
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

    private void serve(PlanView plan) {
        Optional<PlanView> upper = plans.ofPartnership(plan.partnership()).stream()
                .filter(each -> each.level() == Level.ORGANISER)
                .findFirst();
        upper.map(writing::parts)
                .flatMap(InventedPlanAnswers::goal)
                .ifPresent(above ->
                        goal(writing.parts(plan)).ifPresent(own -> servings.serve(plan.id(), own.id(), above.id())));
    }

    private static Optional<PlanPart> goal(PlanParts parts) {
        return parts.of(PlanPartKind.GOAL).stream().findFirst();
    }
}
