package se.samverkan.meeting.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.meeting.Discussable;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.variant.Text;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** In the demonstration the facilitator has planned a meeting about the goals of the plan that was opened, in two weeks. */
@Component
@Order(54)
class InventedGoalMeeting implements InventedStory {

    private static final Text NOTHING = new Text("", "");
    private static final int DAYS = 14;

    private final Partnerships partnerships;
    private final Planning planning;
    private final ObjectProvider<Discussable> rooms;
    private final MessageSource messages;

    InventedGoalMeeting(
            Partnerships partnerships, Planning planning, ObjectProvider<Discussable> rooms, MessageSource messages) {
        this.partnerships = partnerships;
        this.planning = planning;
        this.rooms = rooms;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "meeting-about-goals";
    }

    @Override
    public Role teller() {
        return Role.PROCESS_FACILITATOR;
    }

    @Override
    public void tell() {
        for (PartnershipView partnership : partnerships.live()) {
            Optional<Participant> unit = partnership.units().stream()
                    .filter(each ->
                            hasGoals(partnership, each) && planning.mayPlan(partnership.id(), Optional.of(each.unit())))
                    .findFirst();
            if (unit.isPresent()) {
                planning.plan(partnership.id(), unit.map(Participant::unit), List.of(draft()));
                return;
            }
        }
    }

    private boolean hasGoals(PartnershipView partnership, Participant unit) {
        return rooms.stream()
                .filter(room -> room.kind().equals("goal"))
                .anyMatch(room ->
                        !room.of(partnership.id(), Optional.of(unit.unit())).isEmpty());
    }

    private MeetingDraft draft() {
        Instant starts = planning.now().plus(Duration.ofDays(DAYS));
        return new MeetingDraft(
                "",
                "",
                "",
                new Text(word(Words.SWEDISH), word(Words.ENGLISH)),
                starts,
                starts.plus(Duration.ofHours(1)),
                "",
                "",
                NOTHING,
                NOTHING,
                List.of(Role.HEAD_TEACHER.name(), Role.WORKING_GROUP.name()),
                List.of());
    }

    private String word(java.util.Locale language) {
        return messages.getMessage("meeting.invented.goals", null, language);
    }
}
