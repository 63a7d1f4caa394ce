package se.samverkan.partnership.staffing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.DemonstrationPeople;
import se.samverkan.access.Role;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.staffing.CaseStaffing.Newcomer;
import se.samverkan.partnership.staffing.StoredStaffing.Draft;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * The demonstration's running partnerships are staffed by the programme officer, those that have come furthest first: one pair of whom one soon leaves, one pair,
 * and one facilitator who is alone.
 */
@Component
@Order(41)
class InventedStaffing implements InventedStory {

    private static final int MOST = 3;
    private static final int DAYS_LEFT = 21;

    private final Partnerships partnerships;
    private final CaseStaffing staffing;
    private final DemonstrationPeople people;
    private final MessageSource messages;

    InventedStaffing(
            Partnerships partnerships, CaseStaffing staffing, DemonstrationPeople people, MessageSource messages) {
        this.partnerships = partnerships;
        this.staffing = staffing;
        this.people = people;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "partnership-staffing";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        List<PartnershipView> running = partnerships.live().stream()
                .filter(each -> each.standing() == Standing.RUNNING)
                .filter(each -> staffing.mine(each.id()).agency())
                .sorted(Comparator.comparing(PartnershipView::firstTerm))
                .limit(MOST)
                .toList();
        for (int i = 0; i < running.size(); i++) {
            staff(running.get(i), i);
        }
    }

    private void staff(PartnershipView partnership, int number) {
        LocalDate today = staffing.today();
        newcomer(partnership, number + 1, number == 0 ? Optional.of(today.plusDays(DAYS_LEFT)) : Optional.empty());
        if (number < 2) {
            known(partnership, Role.PROCESS_FACILITATOR);
        }
        known(partnership, Role.ANALYST);
        if (number == 0) {
            known(partnership, Role.RESEARCHER);
        }
    }

    private void newcomer(PartnershipView partnership, int number, Optional<LocalDate> last) {
        String name = messages.getMessage("partnership.invented.facilitator." + number, null, Words.SWEDISH);
        staffing.invite(
                partnership.id(),
                new Newcomer(name, "facilitator" + number + "@invented.example", "sv"),
                draft(partnership, Role.PROCESS_FACILITATOR, last));
    }

    /** The person of the demonstration who plays the role, or else whoever has the least to do. */
    private void known(PartnershipView partnership, Role role) {
        Draft draft = draft(partnership, role, Optional.empty());
        Stream.concat(
                        people.playing(role).stream(),
                        staffing.candidates(partnership.id(), role, draft.unit()).stream()
                                .map(StoredStaffing.Candidate::person))
                .findFirst()
                .ifPresent(person -> staffing.give(partnership.id(), person, draft));
    }

    private Draft draft(PartnershipView partnership, Role role, Optional<LocalDate> last) {
        Optional<Long> unit = staffing.places(partnership, role).findFirst().flatMap(Need::unitId);
        return new Draft(role, unit, Optional.empty(), staffing.today(), last);
    }
}
