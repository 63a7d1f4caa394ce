package se.samverkan.actionplan.invented;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;
import se.samverkan.access.Role;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPartDraft;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.PlannedTerms;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * The demonstration's education director has written the organiser's own plan: what the municipality itself does so that the schools
 * can do what theirs say.
 */
@Component
@Order(49)
class InventedOrganisersPlan implements InventedStory {

    private final Plans plans;
    private final PlanWriting writing;
    private final PlannedTerms terms;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedOrganisersPlan(
            Plans plans, PlanWriting writing, PlannedTerms terms, Partnerships partnerships, MessageSource messages) {
        this.plans = plans;
        this.writing = writing;
        this.terms = terms;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "plan-of-an-organiser";
    }

    @Override
    public Role teller() {
        return Role.EDUCATION_DIRECTOR;
    }

    @Override
    public void tell() {
        for (PartnershipView partnership : partnerships.live()) {
            plans.mayBegin(partnership).stream()
                    .filter(unit -> unit.level() == Level.ORGANISER)
                    .findFirst()
                    .ifPresent(unit -> tell(partnership, plans.begin(partnership.id(), unit.unit())));
        }
    }

    private void tell(PartnershipView partnership, long id) {
        PlanView plan = plans.plan(id);
        List<Period> planned = terms.of(partnership);
        long area = add(id, PlanPartKind.AREA, "area", Optional.empty(), Map.of(PlanField.EFFECT, word("effect")));
        Optional<Long> under = Optional.of(area);
        long cause = add(id, PlanPartKind.CAUSE, "cause", under, Map.of());
        long goal = add(
                id,
                PlanPartKind.GOAL,
                "goal",
                under,
                Map.of(
                        PlanField.HORIZON, "LONG",
                        PlanField.SCALE, word("goal.scale"),
                        PlanField.BETTER, "HIGHER",
                        PlanField.BASELINE, "1",
                        PlanField.TARGET, "6",
                        PlanField.BY,
                                planned.getLast().firstDayOfTerm().plusMonths(5).toString()));
        add(
                id,
                PlanPartKind.SIGN,
                "sign",
                Optional.of(goal),
                Map.of(
                        PlanField.WHOSE, "LEADERS",
                        PlanField.SEEN_BY, word("sign.seen-by"),
                        PlanField.WHERE, word("sign.where"),
                        PlanField.HOW, word("sign.how"),
                        PlanField.TERM, key(planned, 2)));
        add(id, PlanPartKind.INTERVENTION, "dialogue", under, dialogue(planned, cause));
        add(
                plan.id(),
                PlanPartKind.FOLLOW_UP,
                "follow-up",
                under,
                Map.of(
                        PlanField.HOW,
                        word("follow-up.how"),
                        PlanField.TERM,
                        key(planned, 2),
                        PlanField.WHO,
                        word("follow-up.who")));
    }

    private Map<PlanField, String> dialogue(List<Period> planned, long cause) {
        Map<PlanField, String> fields = new java.util.EnumMap<>(PlanField.class);
        for (PlanField field : List.of(
                PlanField.MONDAY, PlanField.FORM, PlanField.ACTORS, PlanField.RESPONSIBLE_ROLE, PlanField.BRIEF)) {
            fields.put(field, word("dialogue." + field.key()));
        }
        fields.put(PlanField.ANSWERS, Long.toString(cause));
        fields.put(PlanField.LEVEL, "ORGANISER");
        fields.put(PlanField.BASIS, "PROVEN_EXPERIENCE");
        fields.put(PlanField.RESPONSIBLE, Long.toString(Actor.current().person()));
        fields.put(PlanField.FIRST, key(planned, 1));
        fields.put(PlanField.LAST, key(planned, planned.size() - 1));
        fields.put(PlanField.HOURS, "40");
        return fields;
    }

    private long add(long id, PlanPartKind kind, String key, Optional<Long> upper, Map<PlanField, String> fields) {
        return writing.add(id, new PlanPartDraft(kind, word(key), "", fields), upper);
    }

    private static String key(List<Period> planned, int term) {
        return Integer.toString(planned.get(Math.min(term, planned.size() - 1)).key());
    }

    private String word(String key) {
        return messages.getMessage("actionplan.invented.organiser." + key, null, Words.SWEDISH);
    }
}
