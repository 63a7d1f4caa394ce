package se.samverkan.meeting.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.staffing.CasePeople;
import se.samverkan.partnership.staffing.PersonInCase;
import se.samverkan.programme.variant.MeetingSeries.PlannedMeeting;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * The demonstration's running partnerships have their series planned, on the days that are proposed, at one school each; a cohort
 * that meets as one has its common meeting planned.
 */
@Component
@Order(42)
class InventedSeries implements InventedStory {

    private static final int MOST_CASES = 4;

    private final Partnerships partnerships;
    private final Planning planning;
    private final CasePeople people;
    private final MessageSource messages;

    InventedSeries(Partnerships partnerships, Planning planning, CasePeople people, MessageSource messages) {
        this.partnerships = partnerships;
        this.planning = planning;
        this.people = people;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "meeting-series";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .filter(each -> each.standing() == Standing.RUNNING)
                .filter(each -> !ofOneCase(each).isEmpty())
                .sorted(Comparator.comparing(PartnershipView::firstTerm))
                .limit(MOST_CASES)
                .forEach(this::plan);
        partnerships.live().stream()
                .filter(each -> each.standing() == Standing.RUNNING)
                .flatMap(each -> planning.left(each).stream())
                .filter(SeriesPlan::isCommon)
                .findFirst()
                .ifPresent(plan -> planning.planTogether(plan.partnership().id(), drafts(plan)));
    }

    private List<MeetingDraft> drafts(SeriesPlan plan) {
        return plan.proposals().stream()
                .map(each -> draft(plan, each.meeting(), When.moment(each.day(), each.time())))
                .toList();
    }

    private List<SeriesPlan> ofOneCase(PartnershipView partnership) {
        return planning.left(partnership).stream()
                .filter(plan -> !plan.isCommon())
                .toList();
    }

    private void plan(PartnershipView partnership) {
        SeriesPlan plan = facilitated(partnership, ofOneCase(partnership));
        planning.plan(partnership.id(), plan.unitId(), drafts(plan));
    }

    /** The one at a school that has a facilitator, so that there is somebody to hold the meetings. */
    private SeriesPlan facilitated(PartnershipView partnership, List<SeriesPlan> left) {
        List<Optional<Long>> places = people.today(partnership.id()).stream()
                .filter(each -> each.role() == Role.PROCESS_FACILITATOR)
                .map(PersonInCase::unit)
                .toList();
        return left.stream()
                .filter(plan -> places.contains(Optional.<Long>empty()) || places.contains(plan.unitId()))
                .findFirst()
                .orElseGet(left::getFirst);
    }

    private MeetingDraft draft(SeriesPlan plan, PlannedMeeting meeting, Instant starts) {
        return new MeetingDraft(
                plan.series().key(),
                meeting.key(),
                plan.series().phase(),
                meeting.name(),
                starts,
                starts.plus(Duration.ofMinutes(meeting.minutes())),
                messages.getMessage("meeting.invented.place", null, Words.SWEDISH),
                "",
                meeting.prepare(),
                meeting.task(),
                meeting.invited(),
                meeting.agenda());
    }
}
