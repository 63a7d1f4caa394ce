package se.samverkan.intervention.invented;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.delivery.CommissionDeliveries;
import se.samverkan.intervention.delivery.Outcome;
import se.samverkan.intervention.occasion.Occasion;
import se.samverkan.intervention.occasion.Occasion.Standing;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** Of the demonstration's three occasions two were held, one a little shorter than planned, and one was cancelled. */
@Component
@Order(52)
class InventedCourseHeld implements InventedStory {

    private static final int SHORTER = 135;

    private final Commissions commissions;
    private final CommissionDeliveries deliveries;
    private final MessageSource messages;

    InventedCourseHeld(Commissions commissions, CommissionDeliveries deliveries, MessageSource messages) {
        this.commissions = commissions;
        this.deliveries = deliveries;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "intervention-course-held";
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
        List<Occasion> occasions = deliveries.of(commission.id()).occasions();
        for (int i = 0; i < occasions.size(); i++) {
            Occasion occasion = occasions.get(i);
            deliveries.tell(
                    occasion.id(),
                    0,
                    i == 1
                            ? outcome(occasion, Standing.CANCELLED, 0, "", "delivery.invented.cancelled")
                            : outcome(
                                    occasion,
                                    Standing.HELD,
                                    i == 0 ? SHORTER : occasion.text().minutes(),
                                    "delivery.invented.done",
                                    i == 0 ? "delivery.invented.deviation" : ""),
                    "");
        }
    }

    private Outcome outcome(Occasion occasion, Standing standing, int minutes, String done, String deviation) {
        return new Outcome(
                occasion.id(), standing, minutes, word(done), word(deviation), Optional.empty(), Optional.empty(), 0);
    }

    private String word(String key) {
        return key.isEmpty() ? "" : Objects.requireNonNull(new Words(messages, Words.SWEDISH).text(key));
    }
}
