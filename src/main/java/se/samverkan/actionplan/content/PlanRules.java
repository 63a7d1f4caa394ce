package se.samverkan.actionplan.content;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;

/** What a part must keep to: the terms of the partnership, a target that is better than where one begins, causes of its area. */
@Component
class PlanRules {

    private final PlannedTerms terms;

    PlanRules(PlannedTerms terms) {
        this.terms = terms;
    }

    void require(PartnershipView partnership, PlanParts parts, Optional<PlanPart> area, PlanPartDraft draft) {
        List<Period> planned = terms.of(partnership);
        requireTerms(planned, draft);
        if (draft.kind() == PlanPartKind.GOAL) {
            requireBetter(draft);
        }
        if (draft.kind() == PlanPartKind.INTERVENTION) {
            requireOwn(parts, area, draft);
        }
    }

    private static void requireTerms(List<Period> planned, PlanPartDraft draft) {
        Optional<Period> first = term(draft, PlanField.FIRST);
        Optional<Period> last = term(draft, PlanField.LAST);
        if (first.isPresent()
                && last.filter(end -> first.get().compareTo(end) > 0).isPresent()) {
            throw Refusal.rule("actionplan.refusal.terms-turned");
        }
        if (draft.kind() == PlanPartKind.OTHER_WORK) {
            return;
        }
        for (PlanField field : List.of(PlanField.TERM, PlanField.FIRST, PlanField.LAST)) {
            term(draft, field)
                    .filter(term -> term.compareTo(planned.getFirst()) < 0)
                    .ifPresent(term -> {
                        throw Refusal.rule("actionplan.refusal.term-early", term, planned.getFirst());
                    });
            term(draft, field)
                    .filter(term -> term.compareTo(planned.getLast()) > 0)
                    .ifPresent(term -> {
                        throw Refusal.rule("actionplan.refusal.term-late", term, planned.getLast());
                    });
        }
    }

    private static Optional<Period> term(PlanPartDraft draft, PlanField field) {
        return Optional.of(draft.text(field))
                .filter(text -> !text.isEmpty())
                .map(text -> Period.ofKey(Integer.parseInt(text)));
    }

    private static void requireBetter(PlanPartDraft draft) {
        if (draft.text(PlanField.BASELINE).isEmpty()
                || draft.text(PlanField.TARGET).isEmpty()) {
            return;
        }
        double step =
                Double.parseDouble(draft.text(PlanField.TARGET)) - Double.parseDouble(draft.text(PlanField.BASELINE));
        String better = draft.text(PlanField.BETTER);
        if (better.isEmpty()) {
            throw Refusal.rule("actionplan.refusal.better");
        }
        if (better.equals("HIGHER") ? step < 0 : step > 0) {
            throw Refusal.rule(
                    "actionplan.refusal.target-worse", draft.text(PlanField.TARGET), draft.text(PlanField.BASELINE));
        }
    }

    private static void requireOwn(PlanParts parts, Optional<PlanPart> area, PlanPartDraft draft) {
        String answers = draft.text(PlanField.ANSWERS);
        boolean own = answers.isEmpty()
                || parts.of(PlanPartKind.CAUSE).stream()
                        .filter(cause -> cause.upper().equals(area.map(PlanPart::id)))
                        .anyMatch(cause -> Long.toString(cause.id()).equals(answers));
        String after = draft.text(PlanField.AFTER);
        boolean known = after.isEmpty()
                || parts.of(PlanPartKind.INTERVENTION).stream()
                        .anyMatch(each -> Long.toString(each.id()).equals(after));
        if (!own || !known) {
            throw Refusal.rule("actionplan.refusal.field.REFERENCE");
        }
    }
}
