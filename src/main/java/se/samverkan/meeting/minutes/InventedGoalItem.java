package se.samverkan.meeting.minutes;

import java.util.Comparator;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.minutes.Agendas.Choice;
import se.samverkan.meeting.plan.Planning;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** In the demonstration the next meeting will talk about a goal of the plan that its facilitator has been let read. */
@Component
@Order(55)
class InventedGoalItem implements InventedStory {

    private final Partnerships partnerships;
    private final Planning planning;
    private final Agendas agendas;
    private final Notes notes;
    private final MessageSource messages;

    InventedGoalItem(
            Partnerships partnerships, Planning planning, Agendas agendas, Notes notes, MessageSource messages) {
        this.partnerships = partnerships;
        this.planning = planning;
        this.agendas = agendas;
        this.notes = notes;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "meeting-goal";
    }

    @Override
    public Role teller() {
        return Role.PROCESS_FACILITATOR;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .flatMap(each -> planning.ofPartnership(each.id()).stream())
                .filter(meeting -> meeting.isOpen() && notes.part(meeting.id()).plans())
                .sorted(Comparator.comparing(MeetingView::starts).reversed())
                .filter(meeting -> !goals(meeting).isEmpty())
                .findFirst()
                .ifPresent(meeting -> agendas.add(
                        meeting.id(),
                        new FreeText(messages.getMessage("meeting.invented.goal", null, Words.SWEDISH), ""),
                        goals(meeting).getFirst().value()));
    }

    private List<Choice> goals(MeetingView meeting) {
        return agendas.choices(meeting).stream()
                .filter(each -> each.kind().equals("goal"))
                .toList();
    }
}
