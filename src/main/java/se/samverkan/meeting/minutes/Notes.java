package se.samverkan.meeting.minutes;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.minutes.Paragraph.Earlier;
import se.samverkan.meeting.minutes.Paragraph.Kind;
import se.samverkan.meeting.minutes.Paragraph.Scope;
import se.samverkan.meeting.minutes.StoredMinutes.Part;
import se.samverkan.meeting.plan.Planning;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Bin;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to what is noted in a meeting. Each paragraph is written by one and changed by many, one after the other: whoever
 * comes second is shown both texts, and what is replaced is kept beside the paragraph. The log tells that something was
 * written, never what: a draft is the facilitators' own, and who reads the log may be of the other side.
 */
@Component
class Notes {

    /** As many letters as a paragraph can hold. */
    static final int MOST_LETTERS = 20_000;

    private final StoredMinutes store;
    private final Planning planning;
    private final AuditTrail trail;
    private final Clock clock;

    Notes(StoredMinutes store, Planning planning, AuditTrail trail, Clock clock) {
        this.store = store;
        this.planning = planning;
        this.trail = trail;
        this.clock = clock;
    }

    /** The paragraphs that the actor sees, the oldest first. */
    @Transactional(readOnly = true)
    public List<Paragraph> ofMeeting(long meeting) {
        return store.ofMeeting(meeting).stream()
                .filter(each -> each.removed().isEmpty())
                .toList();
    }

    /** Those that were removed and can still be taken back. */
    @Transactional(readOnly = true)
    public List<Paragraph> removed(long meeting) {
        return store.ofMeeting(meeting).stream().filter(this::canTakeBack).toList();
    }

    @Transactional(readOnly = true)
    public Part part(long meeting) {
        return store.part(meeting);
    }

    @Transactional(readOnly = true)
    public String state(long meeting) {
        planning.meeting(meeting);
        return store.state(meeting);
    }

    @Transactional(readOnly = true)
    public Paragraph paragraph(long meeting, long id) {
        planning.meeting(meeting);
        return store.find(meeting, id).filter(each -> each.removed().isEmpty()).orElseThrow(Refusal::notSeen);
    }

    /** The paragraph, for one to whom no secrecy mark shuts it: who cannot read it does not change it. */
    @Transactional(readOnly = true)
    public Paragraph toChange(long meeting, long id) {
        Paragraph paragraph = paragraph(meeting, id);
        if (paragraph.isShut()) {
            throw Refusal.notAllowed("records.mark.refusal.read-first");
        }
        return paragraph;
    }

    @Transactional(readOnly = true)
    public List<Earlier> earlier(long meeting, long id) {
        return store.earlier(paragraph(meeting, id).id());
    }

    /** The meeting, for one who may write a paragraph of such a scope in it now. */
    @Transactional(readOnly = true)
    public MeetingView toWrite(long meetingId, Scope scope) {
        MeetingView meeting = planning.meeting(meetingId);
        Part part = store.part(meetingId);
        if (scope == Scope.SHARED ? !part.writes() : !part.leads()) {
            throw Refusal.notAllowed("refusal.verb.TAKE_PART_IN_MEETINGS");
        }
        if (meeting.isCancelled() || (!meeting.isOpen() && scope != Scope.OWN)) {
            throw Refusal.rule("meeting.refusal." + meeting.standing());
        }
        return meeting;
    }

    @Transactional
    public long write(long meetingId, Optional<Long> item, Scope scope, Kind kind, FreeText words) {
        MeetingView meeting = toWrite(meetingId, scope);
        check(words);
        long id = store.add(meetingId, item, scope, scope == Scope.OWN ? Kind.NOTE : kind, words.text());
        told("noted", meeting, words);
        return id;
    }

    @Transactional
    public void change(long meetingId, long id, int version, Kind kind, FreeText words) {
        Paragraph before = toChange(meetingId, id);
        MeetingView meeting = toWrite(meetingId, before.scope());
        check(words);
        store.change(before, version, before.scope() == Scope.OWN ? Kind.NOTE : kind, words.text());
        told("note-changed", meeting, words);
    }

    /** Keeps what somebody wrote in a paragraph that another was quicker than, whatever becomes of it. */
    @Transactional
    public void keepLost(long meetingId, long id, int version, String words) {
        Paragraph paragraph = toChange(meetingId, id);
        toWrite(meetingId, paragraph.scope());
        if (!words.isBlank() && words.length() <= MOST_LETTERS && !words.equals(paragraph.words())) {
            store.keep(id, version, words, true);
        }
    }

    @Transactional
    public void remove(long meetingId, long id) {
        Paragraph paragraph = toChange(meetingId, id);
        MeetingView meeting = toWrite(meetingId, paragraph.scope());
        store.remove(id, true);
        told("note-removed", meeting, FreeText.NONE);
    }

    @Transactional
    public void takeBack(long meetingId, long id) {
        planning.meeting(meetingId);
        Paragraph paragraph =
                store.find(meetingId, id).filter(this::canTakeBack).orElseThrow(Refusal::notSeen);
        MeetingView meeting = toWrite(meetingId, paragraph.scope());
        store.remove(id, false);
        told("note-taken-back", meeting, FreeText.NONE);
    }

    private boolean canTakeBack(Paragraph paragraph) {
        return paragraph
                .removed()
                .filter(at -> at.plus(Bin.KEPT).isAfter(clock.instant()))
                .isPresent();
    }

    private static void check(FreeText words) {
        if (words.text().isBlank()) {
            throw Refusal.rule("meeting.refusal.words");
        }
        if (words.text().length() > MOST_LETTERS) {
            throw Refusal.rule("meeting.refusal.too-long", words.text().length(), MOST_LETTERS);
        }
    }

    private void told(String what, MeetingView meeting, FreeText words) {
        trail.record(Planning.happening(what, meeting).changing("number-reason", null, words.numberReasonOrNull()));
    }
}
