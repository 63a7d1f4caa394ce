package se.samverkan.actionplan.invented;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;
import se.samverkan.access.Role;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartDraft;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.PlannedTerms;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.discussion.opening.Openings;
import se.samverkan.discussion.opening.Supporter;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * The demonstration's head teacher has written the plan of the own school: two areas from the analysis with goals, signs and
 * interventions, how they are followed up, and other work; a thread or two is still loose.
 */
@Component
@Order(46)
class InventedPlan implements InventedStory {

    private static final int WEEKS_OPEN = 8;
    private static final int STAFF_HOURS = 300;

    private final Plans plans;
    private final PlanWriting writing;
    private final PlannedTerms terms;
    private final Openings openings;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedPlan(
            Plans plans,
            PlanWriting writing,
            PlannedTerms terms,
            Openings openings,
            Partnerships partnerships,
            MessageSource messages) {
        this.plans = plans;
        this.writing = writing;
        this.terms = terms;
        this.openings = openings;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "plan-of-a-school";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        for (PartnershipView partnership : partnerships.live()) {
            var mine = plans.mayBegin(partnership);
            if (!mine.isEmpty()) {
                tell(partnership, plans.begin(partnership.id(), mine.getFirst().unit()));
                return;
            }
        }
    }

    private void tell(PartnershipView partnership, long id) {
        PlanView plan = plans.plan(id);
        List<Period> planned = terms.of(partnership);
        List<PlanPart> areas = writing.parts(plan).of(PlanPartKind.AREA);
        if (!areas.isEmpty()) {
            first(plan, areas.getFirst(), planned);
        }
        if (areas.size() > 1) {
            second(plan, areas.get(1), planned);
        }
        add(
                id,
                PlanPartKind.OTHER_WORK,
                "other",
                Optional.empty(),
                Map.of(
                        PlanField.FIRST,
                        key(planned, 1),
                        PlanField.LAST,
                        key(planned, 2),
                        PlanField.WHO,
                        word("other.who")));
        plans.hours(id, OptionalInt.of(STAFF_HOURS));
        open(plan);
    }

    private void first(PlanView plan, PlanPart area, List<Period> planned) {
        effect(plan, area, "first.effect");
        Optional<Long> under = Optional.of(area.id());
        long goal = add(
                plan.id(),
                PlanPartKind.GOAL,
                "goal",
                under,
                Map.of(
                        PlanField.HORIZON, "LONG",
                        PlanField.SCALE, word("goal.scale"),
                        PlanField.BETTER, "HIGHER",
                        PlanField.BASELINE, "3",
                        PlanField.TARGET, "8",
                        PlanField.BY,
                                planned.getLast().firstDayOfTerm().plusMonths(5).toString()));
        add(
                plan.id(),
                PlanPartKind.MILESTONE,
                "milestone",
                Optional.of(goal),
                Map.of(PlanField.TERM, key(planned, planned.size() / 2), PlanField.TARGET, "5"));
        sign(plan, goal, "sign", "PUPILS", planned);
        sign(plan, goal, "second-sign", "TEACHERS", planned);
        sign(plan, goal, "third-sign", "LEADERS", planned);
        List<PlanPart> causes = writing.parts(plan).below(area, PlanPartKind.CAUSE);
        long before = intervention(plan, area, "handover", causes, 0, key(planned, 1), key(planned, 2), 60, 0);
        intervention(plan, area, "pairs", causes, 1, key(planned, 3), key(planned, planned.size() - 1), 180, before);
        intervention(plan, area, "beginning", causes, 2, key(planned, 1), key(planned, 1), 40, 0);
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

    private void second(PlanView plan, PlanPart area, List<Period> planned) {
        effect(plan, area, "second.effect");
        Optional<Long> under = Optional.of(area.id());
        long goal = add(
                plan.id(),
                PlanPartKind.GOAL,
                "second-goal",
                under,
                Map.of(
                        PlanField.HORIZON, "SHORT",
                        PlanField.SCALE, word("second-goal.scale"),
                        PlanField.BETTER, "HIGHER",
                        PlanField.BASELINE, "1",
                        PlanField.TARGET, "6",
                        PlanField.BY,
                                planned.get(planned.size() / 2)
                                        .firstDayOfTerm()
                                        .plusMonths(5)
                                        .toString()));
        sign(plan, goal, "fourth-sign", "TEACHERS", planned);
        add(plan.id(), PlanPartKind.GOAL, "loose-goal", under, Map.of(PlanField.HORIZON, "LONG"));
        List<PlanPart> causes = writing.parts(plan).below(area, PlanPartKind.CAUSE);
        intervention(plan, area, "looking", causes, 0, key(planned, 1), key(planned, planned.size() - 1), 90, 0);
    }

    private void effect(PlanView plan, PlanPart area, String key) {
        Map<PlanField, String> fields = new EnumMap<>(PlanField.class);
        fields.putAll(area.fields());
        fields.put(PlanField.EFFECT, word(key));
        writing.change(
                plan.id(),
                area.id(),
                area.version(),
                new PlanPartDraft(PlanPartKind.AREA, area.title(), area.words(), fields));
    }

    private void sign(PlanView plan, long goal, String key, String whose, List<Period> planned) {
        add(
                plan.id(),
                PlanPartKind.SIGN,
                key,
                Optional.of(goal),
                Map.of(
                        PlanField.WHOSE, whose,
                        PlanField.SEEN_BY, word(key + ".seen-by"),
                        PlanField.WHERE, word(key + ".where"),
                        PlanField.HOW, word(key + ".how"),
                        PlanField.TERM, key(planned, 2)));
    }

    private long intervention(
            PlanView plan,
            PlanPart area,
            String key,
            List<PlanPart> causes,
            int cause,
            String first,
            String last,
            int hours,
            long after) {
        Map<PlanField, String> fields = new EnumMap<>(PlanField.class);
        if (cause < causes.size()) {
            fields.put(PlanField.ANSWERS, Long.toString(causes.get(cause).id()));
        }
        for (PlanField field : List.of(
                PlanField.MONDAY, PlanField.FORM, PlanField.ACTORS, PlanField.RESPONSIBLE_ROLE, PlanField.BRIEF)) {
            fields.put(field, word(key + "." + field.key()));
        }
        fields.put(PlanField.LEVEL, "TEACHING");
        fields.put(PlanField.BASIS, key.equals("pairs") ? "RESEARCH" : "PROVEN_EXPERIENCE");
        fields.put(PlanField.RESPONSIBLE, Long.toString(Actor.current().person()));
        fields.put(PlanField.FIRST, first);
        fields.put(PlanField.LAST, last);
        fields.put(PlanField.HOURS, Integer.toString(hours));
        if (after > 0) {
            fields.put(PlanField.AFTER, Long.toString(after));
        }
        return add(plan.id(), PlanPartKind.INTERVENTION, key, Optional.of(area.id()), fields);
    }

    private long add(long id, PlanPartKind kind, String key, Optional<Long> upper, Map<PlanField, String> fields) {
        return writing.add(id, new PlanPartDraft(kind, word(key), "", fields), upper);
    }

    private void open(PlanView plan) {
        openings.supporters("actionplan", plan.id()).stream()
                .filter(each -> each.roles().contains(Role.PROCESS_FACILITATOR.name()))
                .map(Supporter::id)
                .findFirst()
                .ifPresent(person -> openings.open(
                        "actionplan",
                        plan.id(),
                        Set.of(person),
                        openings.today().plusWeeks(WEEKS_OPEN)));
    }

    private static String key(List<Period> planned, int term) {
        return Integer.toString(
                planned.get(Math.min(Math.max(term, 0), planned.size() - 1)).key());
    }

    private String word(String key) {
        return messages.getMessage("actionplan.invented." + key, null, Words.SWEDISH);
    }
}
