package se.samverkan.actionplan.invented;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.content.PlanText;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.actionplan.suggestion.PlanSuggestions;
import se.samverkan.discussion.Discussion;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's process facilitator has read the plan that was opened: a comment, and other words for two texts. */
@Component
@Order(53)
class InventedPlanReaders implements InventedStory {

    private final Plans plans;
    private final PlanWriting writing;
    private final PlanSuggestions suggestions;
    private final Discussion discussion;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedPlanReaders(
            Plans plans,
            PlanWriting writing,
            PlanSuggestions suggestions,
            Discussion discussion,
            Partnerships partnerships,
            MessageSource messages) {
        this.plans = plans;
        this.writing = writing;
        this.suggestions = suggestions;
        this.discussion = discussion;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "plan-read";
    }

    @Override
    public Role teller() {
        return Role.PROCESS_FACILITATOR;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .flatMap(each -> plans.ofPartnership(each.id()).stream())
                .min(Comparator.comparing(PlanView::id))
                .ifPresent(this::read);
    }

    private void read(PlanView plan) {
        PlanParts parts = writing.parts(plan);
        named(parts, PlanPartKind.INTERVENTION, "pairs").ifPresent(part -> {
            discussion.say("actionplan", plan.id(), "part-" + part.id(), new FreeText(word("reader.comment"), ""));
            suggest(plan, part, "MONDAY", "reader.monday");
        });
        named(parts, PlanPartKind.GOAL, "loose-goal").ifPresent(part -> suggest(plan, part, "TITLE", "reader.goal"));
    }

    private Optional<PlanPart> named(PlanParts parts, PlanPartKind kind, String key) {
        List<PlanPart> all = parts.of(kind);
        return all.stream().filter(part -> part.title().equals(word(key))).findFirst();
    }

    private void suggest(PlanView plan, PlanPart part, String text, String key) {
        suggestions.suggest(
                plan.id(),
                part.id(),
                new PlanText(text),
                part.version(),
                new FreeText(word(key), ""),
                new FreeText(word(key + ".why"), ""));
    }

    private String word(String key) {
        return messages.getMessage("actionplan.invented." + key, null, Words.SWEDISH);
    }
}
