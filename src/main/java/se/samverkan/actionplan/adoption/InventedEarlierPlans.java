package se.samverkan.actionplan.adoption;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
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
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * In the demonstration the head teachers of the case that is nearly over write the plans that they had, and their director decides that
 * they hold: what they wanted stands beside what they answer a year after the end.
 */
@Configuration(proxyBeanMethods = false)
class InventedEarlierPlans {

    private final Plans plans;
    private final PlanWriting writing;
    private final PlannedTerms terms;
    private final Adoptions adoptions;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedEarlierPlans(
            Plans plans,
            PlanWriting writing,
            PlannedTerms terms,
            Adoptions adoptions,
            Partnerships partnerships,
            MessageSource messages) {
        this.plans = plans;
        this.writing = writing;
        this.terms = terms;
        this.adoptions = adoptions;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    private record Part(String step, Role teller, int number, Runnable deed) implements InventedStory {

        @Override
        public void tell() {
            deed.run();
        }
    }

    @Bean
    @Order(71)
    InventedStory inventedEarlierPlan() {
        return new Part("plan-of-an-earlier-case-1", Role.HEAD_TEACHER, 1, () -> write(List.of("reading", "support")));
    }

    @Bean
    @Order(72)
    InventedStory inventedEarlierPlanBeside() {
        return new Part("plan-of-an-earlier-case-2", Role.HEAD_TEACHER, 2, () -> write(List.of("support")));
    }

    @Bean
    @Order(73)
    InventedStory inventedEarlierPlansHold() {
        return new Part(
                "plan-of-an-earlier-case-holds",
                Role.EDUCATION_DIRECTOR,
                4,
                () -> partnerships.live().stream()
                        .flatMap(each -> plans.ofPartnership(each.id()).stream())
                        .filter(PlanView::approves)
                        .forEach(plan -> adoptions.of(plan).stream()
                                .filter(PlanVersion::waits)
                                .forEach(version ->
                                        adoptions.decide(plan.id(), version.number(), true, FreeText.NONE))));
    }

    private void write(List<String> areas) {
        for (PartnershipView partnership : partnerships.live()) {
            plans.mayBegin(partnership).stream().findFirst().ifPresent(unit -> {
                PlanView plan = plans.plan(plans.begin(partnership.id(), unit.unit()));
                areas.forEach(area -> write(plan.id(), area, terms.of(partnership)));
                adoptions.adopt(plan.id(), 0, FreeText.NONE);
            });
        }
    }

    private void write(long plan, String key, List<Period> planned) {
        long area =
                add(plan, PlanPartKind.AREA, key, Optional.empty(), Map.of(PlanField.EFFECT, word(key + ".effect")));
        long cause = add(
                plan, PlanPartKind.CAUSE, key + ".cause", Optional.of(area), Map.of(PlanField.ABOUT, "ORGANISATION"));
        boolean more = key.equals("reading");
        long goal = add(
                plan,
                PlanPartKind.GOAL,
                key + ".goal",
                Optional.of(area),
                Map.of(
                        PlanField.SCALE, word(key + ".goal.scale"),
                        PlanField.BETTER, more ? "HIGHER" : "LOWER",
                        PlanField.BASELINE, more ? "4" : "14",
                        PlanField.TARGET, more ? "8" : "6",
                        PlanField.BY,
                                planned.getLast().firstDayOfTerm().plusMonths(5).toString()));
        sign(plan, goal, key + ".sign", more ? "PUPILS" : "TEACHERS");
        sign(plan, goal, key + ".second-sign", more ? "TEACHERS" : "LEADERS");
        add(
                plan,
                PlanPartKind.INTERVENTION,
                key + ".intervention",
                Optional.of(area),
                Map.of(
                        PlanField.ANSWERS, Long.toString(cause),
                        PlanField.LEVEL, "TEACHING",
                        PlanField.MONDAY, word(key + ".intervention.monday"),
                        PlanField.FIRST, Integer.toString(planned.get(1).key()),
                        PlanField.LAST, Integer.toString(planned.getLast().key())));
    }

    private void sign(long plan, long goal, String key, String whose) {
        add(plan, PlanPartKind.SIGN, key, Optional.of(goal), Map.of(PlanField.WHOSE, whose));
    }

    private long add(long plan, PlanPartKind kind, String key, Optional<Long> upper, Map<PlanField, String> fields) {
        return writing.add(plan, new PlanPartDraft(kind, word(key), "", fields), upper);
    }

    private String word(String key) {
        return messages.getMessage("actionplan.invented.earlier." + key, null, Words.SWEDISH);
    }
}
