package se.samverkan.meeting.minutes;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.assignment.AssignmentView;
import se.samverkan.meeting.assignment.Assignments;
import se.samverkan.meeting.minutes.StoredMinutes.Part;
import se.samverkan.meeting.minutes.StoredMinutes.Turn;
import se.samverkan.meeting.plan.Gatherings;
import se.samverkan.meeting.plan.Guest;
import se.samverkan.meeting.plan.HeldAsOne;
import se.samverkan.meeting.plan.Inviting;
import se.samverkan.meeting.plan.OutsideGuest;
import se.samverkan.meeting.plan.OutsideGuests;
import se.samverkan.meeting.plan.Planning;
import se.samverkan.partnership.PartnershipView;

/** Reads a meeting as its page shows it, in one transaction and few questions. */
@Component
class MeetingPage {

    private final Planning planning;
    private final Gatherings gatherings;
    private final Inviting inviting;
    private final OutsideGuests outside;
    private final Agendas agendas;
    private final Notes notes;
    private final Closing closing;
    private final Assignments assignments;

    MeetingPage(
            Planning planning,
            Gatherings gatherings,
            Inviting inviting,
            OutsideGuests outside,
            Agendas agendas,
            Notes notes,
            Closing closing,
            Assignments assignments) {
        this.planning = planning;
        this.gatherings = gatherings;
        this.inviting = inviting;
        this.outside = outside;
        this.agendas = agendas;
        this.notes = notes;
        this.closing = closing;
        this.assignments = assignments;
    }

    /**
     * A meeting as it is now.
     *
     * @param moves whether the actor moves it, with all that it is held as one with
     * @param asOne what it is held as one with in other cases, as far as the actor sees
     * @param state differs when the paragraphs do
     * @param before the assignments that it opens with
     * @param given the assignments that it has given
     * @param turns what was decided about it, the newest first
     */
    record Now(
            PartnershipView partnership,
            MeetingView meeting,
            Part part,
            boolean reopens,
            boolean moves,
            List<HeldAsOne> asOne,
            List<Guest> guests,
            List<OutsideGuest> outside,
            List<AgendaItem> agenda,
            List<Paragraph> paragraphs,
            String state,
            List<AssignmentView> before,
            List<AssignmentView> given,
            List<Turn> turns) {

        /** The paragraphs of an item; those of none, and of items that have been removed, come under 0. */
        List<Paragraph> of(long item) {
            return paragraphs.stream().filter(each -> place(each) == item).toList();
        }

        private long place(Paragraph paragraph) {
            long item = paragraph.item().orElse(0L);
            return agenda.stream().anyMatch(each -> each.id() == item) ? item : 0;
        }

        /** The ids of the places where paragraphs stand: item by item, then what belongs to none. */
        List<Long> places() {
            return Stream.concat(agenda.stream().map(AgendaItem::id), Stream.of(0L))
                    .toList();
        }

        boolean hasDrafts() {
            return paragraphs.stream().anyMatch(each -> each.scope() == Paragraph.Scope.DRAFT);
        }

        boolean writes() {
            return meeting.isOpen() && part.writes();
        }

        /** Whether the actor changes this paragraph now. */
        boolean changes(Paragraph paragraph) {
            return !paragraph.isShut()
                    && switch (paragraph.scope()) {
                        case OWN -> !meeting.isCancelled();
                        case DRAFT -> meeting.isOpen() && part.leads();
                        case SHARED -> writes();
                    };
        }
    }

    @Transactional(readOnly = true)
    public Now read(long id) {
        MeetingView meeting = planning.meeting(id);
        Part part = notes.part(id);
        return new Now(
                planning.partnership(meeting.partnership()),
                meeting,
                part,
                part.plans() && closing.mayReopen(meeting),
                part.plans() && meeting.isOpen() && gatherings.plansAll(meeting),
                gatherings.inOtherCases(meeting),
                inviting.guests(id),
                outside.of(id),
                agendas.of(id),
                notes.ofMeeting(id),
                notes.state(id),
                assignments.before(meeting),
                assignments.ofMeeting(id),
                closing.turns(id));
    }
}
