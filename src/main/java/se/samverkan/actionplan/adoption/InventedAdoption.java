package se.samverkan.actionplan.adoption;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartDraft;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's head teacher adopts the plan, which then waits for the organiser, and writes on. */
@Component
@Order(47)
class InventedAdoption implements InventedStory {

    private final Plans plans;
    private final PlanWriting writing;
    private final Adoptions adoptions;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedAdoption(
            Plans plans, PlanWriting writing, Adoptions adoptions, Partnerships partnerships, MessageSource messages) {
        this.plans = plans;
        this.writing = writing;
        this.adoptions = adoptions;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "plan-adopted";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        for (PartnershipView partnership : partnerships.live()) {
            Optional<PlanView> mine = plans.ofPartnership(partnership.id()).stream()
                    .filter(plan -> plan.adopts()
                            && !writing.parts(plan).of(PlanPartKind.GOAL).isEmpty())
                    .findFirst();
            if (mine.isPresent()) {
                tell(mine.get());
                return;
            }
        }
    }

    private void tell(PlanView plan) {
        adoptions.adopt(plan.id(), 0, new FreeText(word("adopted"), ""));
        PlanPart goal = writing.parts(plan).of(PlanPartKind.GOAL).getFirst();
        writing.add(
                plan.id(),
                new PlanPartDraft(PlanPartKind.SIGN, word("later-sign"), "", Map.of()),
                Optional.of(goal.id()));
    }

    private String word(String key) {
        return messages.getMessage("actionplan.invented." + key, null, Words.SWEDISH);
    }
}
