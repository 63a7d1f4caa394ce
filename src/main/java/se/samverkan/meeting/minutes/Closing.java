package se.samverkan.meeting.minutes;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.minutes.Paragraph.Scope;
import se.samverkan.meeting.minutes.StoredMinutes.Turn;
import se.samverkan.meeting.plan.Planning;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door through which the facilitators' drafts become everybody's, and a meeting is closed: from then on its notes are
 * locked, by the database itself, until whoever closed it opens it again with a reason.
 */
@Component("meetingClosing")
class Closing {

    private final StoredMinutes store;
    private final Planning planning;
    private final AuditTrail trail;

    Closing(StoredMinutes store, Planning planning, AuditTrail trail) {
        this.store = store;
        this.planning = planning;
        this.trail = trail;
    }

    /** What was decided about a meeting, the newest first. */
    @Transactional(readOnly = true)
    public List<Turn> turns(long meeting) {
        return store.turns(meeting);
    }

    /** The meeting, for one who may share its drafts now. */
    @Transactional(readOnly = true)
    public MeetingView toShare(long id) {
        MeetingView meeting = planning.meeting(id);
        if (!store.part(id).leads()) {
            throw Refusal.notAllowed("refusal.verb.LEAD_MEETINGS");
        }
        requireOpen(meeting);
        return meeting;
    }

    /** Shares every draft of the facilitators, with all who read the meeting; it cannot be unshared. */
    @Transactional
    public void share(long id) {
        MeetingView meeting = toShare(id);
        int shared = store.share(id);
        if (shared == 0) {
            throw Refusal.rule("meeting.refusal.nothing-to-share");
        }
        store.turn(id, "SHARED", "");
        trail.record(Planning.happening("shared", meeting).changing("paragraphs", null, shared));
    }

    /** The meeting, for one who may close it now. */
    @Transactional(readOnly = true)
    public MeetingView toClose(long id) {
        MeetingView meeting = planning.meeting(id);
        requirePlanning(id);
        requireOpen(meeting);
        return meeting;
    }

    /** How many drafts the actor sees that would be locked unshared. */
    @Transactional(readOnly = true)
    public long drafts(long id) {
        return store.ofMeeting(id).stream()
                .filter(each -> each.scope() == Scope.DRAFT && each.removed().isEmpty())
                .count();
    }

    @Transactional
    public void close(long id, int version) {
        MeetingView meeting = toClose(id);
        if (meeting.isAfter(planning.now())) {
            throw Refusal.rule("meeting.refusal.close-early");
        }
        store.turn(id, "CLOSED", "");
        store.stand(id, version, "CLOSED");
        trail.record(Planning.happening("closed", meeting));
    }

    /** The meeting, for whoever closed it. */
    @Transactional(readOnly = true)
    public MeetingView toReopen(long id) {
        MeetingView meeting = planning.meeting(id);
        requirePlanning(id);
        if (meeting.standing() != MeetingView.Standing.CLOSED) {
            throw Refusal.rule("meeting.refusal.not-closed");
        }
        if (!store.mayReopen(id)) {
            throw Refusal.notAllowed("meeting.refusal.reopen-not-yours");
        }
        return meeting;
    }

    @Transactional(readOnly = true)
    public boolean mayReopen(MeetingView meeting) {
        return meeting.standing() == MeetingView.Standing.CLOSED && store.mayReopen(meeting.id());
    }

    @Transactional
    public void reopen(long id, int version, FreeText reason) {
        MeetingView meeting = toReopen(id);
        if (reason.text().isBlank()) {
            throw Refusal.rule("meeting.refusal.reason");
        }
        store.stand(id, version, "PLANNED");
        store.turn(id, "REOPENED", reason.text());
        trail.record(Planning.happening("reopened", meeting)
                .changing("reason", null, reason.text())
                .changing("number-reason", null, reason.numberReasonOrNull()));
    }

    private void requirePlanning(long id) {
        if (!store.part(id).plans()) {
            throw Refusal.notAllowed("refusal.verb.PLAN_MEETINGS");
        }
    }

    private static void requireOpen(MeetingView meeting) {
        if (!meeting.isOpen()) {
            throw Refusal.rule("meeting.refusal." + meeting.standing());
        }
    }
}
