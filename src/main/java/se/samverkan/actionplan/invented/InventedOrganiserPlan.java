package se.samverkan.actionplan.invented;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPartDraft;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.PlannedTerms;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's director of education has begun the plan of the organiser's own level, which the school's can serve. */
@Component
@Order(53)
class InventedOrganiserPlan implements InventedStory {

    private final Plans plans;
    private final PlanWriting writing;
    private final PlannedTerms terms;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedOrganiserPlan(
            Plans plans, PlanWriting writing, PlannedTerms terms, Partnerships partnerships, MessageSource messages) {
        this.plans = plans;
        this.writing = writing;
        this.terms = terms;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "plan-of-the-organiser";
    }

    @Override
    public Role teller() {
        return Role.EDUCATION_DIRECTOR;
    }

    @Override
    public void tell() {
        for (PartnershipView partnership : partnerships.live()) {
            Optional<Participant> own = plans.mayBegin(partnership).stream()
                    .filter(each -> each.level() == Level.ORGANISER)
                    .findFirst();
            if (own.isPresent()) {
                tell(plans.begin(partnership.id(), own.get().unit()), terms.of(partnership));
                return;
            }
        }
    }

    private void tell(long id, List<Period> planned) {
        long area = add(
                id,
                PlanPartKind.AREA,
                "upper.area",
                0,
                Map.of(PlanField.PROBLEM, word("upper.problem"), PlanField.EVIDENCE, word("upper.evidence")));
        long cause = add(id, PlanPartKind.CAUSE, "upper.cause", area, Map.of(PlanField.ABOUT, "ORGANISATION"));
        long goal = add(
                id,
                PlanPartKind.GOAL,
                "upper.goal",
                area,
                Map.of(
                        PlanField.HORIZON, "LONG",
                        PlanField.SCALE, word("upper.goal.scale"),
                        PlanField.BETTER, "HIGHER",
                        PlanField.BASELINE, "2",
                        PlanField.TARGET, "9",
                        PlanField.BY,
                                planned.getLast().firstDayOfTerm().plusMonths(5).toString()));
        add(
                id,
                PlanPartKind.SIGN,
                "upper.sign",
                goal,
                Map.of(PlanField.WHOSE, "LEADERS", PlanField.SEEN_BY, word("upper.sign.seen-by")));
        add(
                id,
                PlanPartKind.INTERVENTION,
                "upper.days",
                area,
                Map.of(
                        PlanField.ANSWERS, Long.toString(cause),
                        PlanField.MONDAY, word("upper.days.monday"),
                        PlanField.LEVEL, "ORGANISER",
                        PlanField.RESPONSIBLE_ROLE, word("upper.days.responsible-role"),
                        PlanField.FIRST, key(planned, 1),
                        PlanField.LAST, key(planned, planned.size() - 1)));
    }

    private long add(long id, PlanPartKind kind, String key, long upper, Map<PlanField, String> fields) {
        return writing.add(
                id, new PlanPartDraft(kind, word(key), "", fields), upper == 0 ? Optional.empty() : Optional.of(upper));
    }

    private static String key(List<Period> planned, int term) {
        return Integer.toString(planned.get(Math.min(term, planned.size() - 1)).key());
    }

    private String word(String key) {
        return messages.getMessage("actionplan.invented." + key, null, Words.SWEDISH);
    }
}
