package se.samverkan.intervention.invented;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.delivery.Attendances;
import se.samverkan.intervention.delivery.CommissionDeliveries;
import se.samverkan.intervention.delivery.Participant;
import se.samverkan.intervention.occasion.Occasion;
import se.samverkan.intervention.occasion.Occasion.Standing;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's working group has written who takes part in the course, and who came. */
@Component
@Order(54)
class InventedRoll implements InventedStory {

    private final Partnerships partnerships;
    private final Commissions commissions;
    private final CommissionDeliveries deliveries;
    private final Attendances attendances;
    private final MessageSource messages;

    InventedRoll(
            Partnerships partnerships,
            Commissions commissions,
            CommissionDeliveries deliveries,
            Attendances attendances,
            MessageSource messages) {
        this.partnerships = partnerships;
        this.commissions = commissions;
        this.deliveries = deliveries;
        this.attendances = attendances;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "intervention-roll";
    }

    @Override
    public Role teller() {
        return Role.WORKING_GROUP;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .flatMap(each -> commissions.ofPartnership(each.id()).stream())
                .filter(each -> each.standing().isUnderWay())
                .map(CommissionView::id)
                .distinct()
                .map(deliveries::of)
                .forEach(whole -> whole.units().forEach(unit -> write(whole, unit.id())));
    }

    private void write(CommissionDeliveries.Whole whole, long unit) {
        long commission = whole.commission().id();
        attendances.write(
                commission,
                unit,
                attendances.roll(commission, unit).version(),
                attendances.read(new Words(messages, Words.SWEDISH).text("delivery.invented.people")));
        for (Occasion occasion : whole.occasions()) {
            if (occasion.standing() == Standing.HELD) {
                note(occasion, unit);
            }
        }
    }

    /** One of them was away each time. */
    private void note(Occasion occasion, long unit) {
        Attendances.Noted noted = attendances.noted(occasion.id(), unit);
        Set<Long> came = noted.roll().participants().stream()
                .skip(1)
                .map(Participant::id)
                .collect(Collectors.toSet());
        attendances.note(occasion.id(), unit, noted.version(), came);
    }
}
