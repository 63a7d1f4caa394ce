package se.samverkan.meeting.minutes;

import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.assignment.Assignments;
import se.samverkan.meeting.minutes.Paragraph.Kind;
import se.samverkan.meeting.minutes.Paragraph.Scope;
import se.samverkan.meeting.plan.Guest;
import se.samverkan.meeting.plan.Inviting;
import se.samverkan.meeting.plan.OutsideGuests;
import se.samverkan.meeting.plan.Planning;
import se.samverkan.partnership.Partnerships;
import se.samverkan.records.mark.MarkDraft;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * The demonstration's facilitator has held meetings: the first is noted, shared and closed, the second has drafts and a
 * working note and a paragraph that is marked as secret, and both have given assignments.
 */
@Component
@Order(43)
class InventedMinutes implements InventedStory {

    private static final String GUEST = "gast@biblioteket.example";

    private final Partnerships partnerships;
    private final Planning planning;
    private final Inviting inviting;
    private final OutsideGuests guests;
    private final Agendas agendas;
    private final Notes notes;
    private final Closing closing;
    private final Assignments assignments;
    private final Marks marks;
    private final MessageSource messages;

    InventedMinutes(
            Partnerships partnerships,
            Planning planning,
            Inviting inviting,
            OutsideGuests guests,
            Agendas agendas,
            Notes notes,
            Closing closing,
            Assignments assignments,
            Marks marks,
            MessageSource messages) {
        this.partnerships = partnerships;
        this.planning = planning;
        this.inviting = inviting;
        this.guests = guests;
        this.agendas = agendas;
        this.notes = notes;
        this.closing = closing;
        this.assignments = assignments;
        this.marks = marks;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "meeting-minutes";
    }

    @Override
    public Role teller() {
        return Role.PROCESS_FACILITATOR;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .map(each -> planning.ofPartnership(each.id()).stream()
                        .filter(meeting -> meeting.isOpen()
                                && !meeting.isAfter(planning.now())
                                && notes.part(meeting.id()).leads())
                        .toList())
                .filter(held -> held.size() >= 2)
                .findFirst()
                .ifPresent(held -> {
                    hold(held.get(0));
                    begin(held.get(1));
                });
    }

    private void hold(MeetingView meeting) {
        inviting.tick(
                meeting,
                inviting.guests(meeting.id()).stream().map(Guest::person).toList());
        Optional<Long> item =
                agendas.of(meeting.id()).stream().map(AgendaItem::id).findFirst();
        notes.write(meeting.id(), item, Scope.DRAFT, Kind.NOTE, word("note"));
        notes.write(meeting.id(), item, Scope.SHARED, Kind.DECISION, word("decision"));
        give(meeting, "assignment", item);
        closing.share(meeting.id());
        closing.close(meeting.id(), planning.meeting(meeting.id()).version());
    }

    private void begin(MeetingView meeting) {
        Optional<Long> item =
                agendas.of(meeting.id()).stream().map(AgendaItem::id).findFirst();
        guests.invite(meeting, word("guest"), GUEST);
        notes.write(meeting.id(), item, Scope.SHARED, Kind.NOTE, word("second"));
        notes.write(meeting.id(), item, Scope.DRAFT, Kind.NOTE, word("draft"));
        notes.write(meeting.id(), item, Scope.OWN, Kind.NOTE, word("own"));
        long secret = notes.write(meeting.id(), item, Scope.SHARED, Kind.NOTE, word("secret"));
        marks.mark(
                Paragraph.KIND,
                secret,
                new MarkDraft("OSL 23 kap. 2 §", word("secret.why"), Optional.empty(), List.of()));
        give(meeting, "assignment.second", item);
    }

    private void give(MeetingView meeting, String what, Optional<Long> item) {
        List<Guest> people = assignments.people(meeting);
        people.stream()
                .filter(each -> each.role().equals(Role.HEAD_TEACHER.name()))
                .findFirst()
                .or(() -> people.stream().findFirst())
                .ifPresent(each -> assignments.give(meeting.id(), word(what), each.person(), Optional.empty(), item));
    }

    private FreeText word(String key) {
        return new FreeText(messages.getMessage("meeting.invented." + key, null, Words.SWEDISH), "");
    }
}
