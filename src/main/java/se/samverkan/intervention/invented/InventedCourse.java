package se.samverkan.intervention.invented;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.commission.Deed;
import se.samverkan.intervention.occasion.OccasionText;
import se.samverkan.intervention.occasion.SubPlans;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's university accepts the first course that it was asked for, and proposes three occasions. */
@Component
@Order(50)
class InventedCourse implements InventedStory {

    private static final int[] DAYS_AGO = {42, 28, 14};
    private static final int MINUTES = 150;

    private final Commissions commissions;
    private final SubPlans plans;
    private final MessageSource messages;
    private final Clock clock;

    InventedCourse(Commissions commissions, SubPlans plans, MessageSource messages, Clock clock) {
        this.commissions = commissions;
        this.plans = plans;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String step() {
        return "intervention-course";
    }

    @Override
    public Role teller() {
        return Role.UNIVERSITY_COORDINATOR;
    }

    @Override
    public void tell() {
        commissions.asked().stream()
                .filter(each -> each.allows(Deed.ACCEPT))
                .min(Comparator.comparing(CommissionView::id))
                .ifPresent(this::plan);
    }

    private void plan(CommissionView commission) {
        commissions.act(commission.id(), commission.version(), Deed.ACCEPT, FreeText.NONE, Optional.empty());
        plans.begin(commission.id());
        add(commission, "first", 0);
        add(commission, "second", 1);
        add(commission, "third", 2);
        plans.propose(
                commission.id(),
                plans.of(commission.id()).seen(),
                new FreeText(word("occasion.invented.proposal"), ""));
    }

    private void add(CommissionView commission, String title, int number) {
        LocalDate day = LocalDate.now(clock).minusDays(DAYS_AGO[number]);
        plans.add(
                commission.id(),
                Optional.empty(),
                new OccasionText(
                        word("occasion.invented." + title),
                        day.atTime(LocalTime.of(13, 30))
                                .atZone(OccasionText.SWEDEN)
                                .toInstant(),
                        MINUTES,
                        word("occasion.invented.place"),
                        false,
                        word("occasion.invented.content"),
                        word("occasion.invented.participants"),
                        word("occasion.invented.preparation"),
                        word("occasion.invented.between"),
                        Optional.empty(),
                        word("occasion.invented.leader")),
                "");
    }

    private String word(String key) {
        return new Words(messages, Words.SWEDISH).text(key);
    }
}
