package se.samverkan.intervention.reflection;

import java.util.List;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.occasion.Occasion;
import se.samverkan.intervention.occasion.Occasion.Standing;
import se.samverkan.intervention.occasion.PlanVersion;
import se.samverkan.intervention.occasion.SubPlans;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** Participants of the demonstration's first occasion have reflected; the reflection of the last one is open. */
@Component
@Order(53)
class InventedReflections implements InventedStory {

    private static final int[][] ANSWERS = {{4, 4}, {3, 3}, {3, 4}, {4, 3}, {2, 2}, {3, 3}, {4, 4}};
    private static final int VOICES = 3;

    private final Commissions commissions;
    private final SubPlans plans;
    private final Reflections reflections;
    private final Reflecting reflecting;
    private final MessageSource messages;

    InventedReflections(
            Commissions commissions,
            SubPlans plans,
            Reflections reflections,
            Reflecting reflecting,
            MessageSource messages) {
        this.commissions = commissions;
        this.plans = plans;
        this.reflections = reflections;
        this.reflecting = reflecting;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "intervention-reflections";
    }

    @Override
    public Role teller() {
        return Role.UNIVERSITY_COORDINATOR;
    }

    @Override
    public void tell() {
        commissions.asked().stream()
                .filter(each -> each.standing().isUnderWay())
                .forEach(this::tell);
    }

    private void tell(CommissionView commission) {
        List<Occasion> held = plans.of(commission.id()).holding().map(PlanVersion::occasions).orElse(List.of()).stream()
                .filter(each -> each.standing() == Standing.HELD)
                .toList();
        held.forEach(each -> reflections.open(each.id()));
        held.stream().findFirst().ifPresent(this::reflect);
    }

    private void reflect(Occasion occasion) {
        String code = reflections.of(occasion).orElseThrow().code();
        for (int i = 0; i < ANSWERS.length; i++) {
            String words = i < VOICES ? new Words(messages, Words.SWEDISH).text("reflection.invented." + (i + 1)) : "";
            reflecting.reflect(code, UUID.randomUUID(), ANSWERS[i][0], ANSWERS[i][1], words);
        }
        reflections.close(occasion.id());
    }
}
