package se.samverkan.survey.engagement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's staff list and what has been counted, where its head teacher is in a case. */
@Component
@Order(52)
class InventedEngagement implements InventedStory {

    private static final int TEAMS = 4;
    private static final int LARGEST = 12;

    private final Engagement engagement;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedEngagement(Engagement engagement, Partnerships partnerships, MessageSource messages) {
        this.engagement = engagement;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "engagement";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        for (PartnershipView partnership : partnerships.live()) {
            List<Participant> units = engagement.unitsKept(partnership).stream()
                    .filter(unit -> unit.level() == Level.SCHOOL)
                    .toList();
            if (!units.isEmpty()) {
                tell(partnership, units.getFirst());
                return;
            }
        }
    }

    private void tell(PartnershipView partnership, Participant unit) {
        List<StaffMember> people = new ArrayList<>();
        for (int team = 1; team <= TEAMS; team++) {
            String name = word("team-" + team);
            for (int number = 1; number <= LARGEST - 3 * (team - 1); number++) {
                people.add(new StaffMember(
                        0,
                        word("colleague", team, number),
                        "kollega%d-%d@skola.example".formatted(team, number),
                        name,
                        true));
            }
        }
        engagement.takeIn(partnership, unit.key(), people);
        count(partnership, unit, "step-1", 21, 3);
        count(partnership, unit, "step-2", 7, 2);
    }

    /** Everybody but one in so many took part, so many days ago. */
    private void count(PartnershipView partnership, Participant unit, String step, int days, int butOneIn) {
        Set<Long> ticked = engagement.staff(unit).stream()
                .map(StaffMember::id)
                .filter(id -> id % butOneIn != 0)
                .collect(Collectors.toSet());
        engagement.count(partnership, unit.key(), word(step), engagement.today().minusDays(days), ticked);
    }

    private String word(String key, Object... details) {
        return messages.getMessage("survey.invented." + key, details, Words.SWEDISH);
    }
}
