package se.samverkan.meeting.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.assignment.AssignmentView.Report;
import se.samverkan.meeting.assignment.StoredAssignments.Draft;
import se.samverkan.meeting.plan.Guest;
import se.samverkan.meeting.plan.Inviting;
import se.samverkan.meeting.plan.Planning;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Bin;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to assignments: given in a meeting by those who write in it, reported by whoever does them, with words or a file.
 * A closed meeting gives no more of them, and those that it gave are still reported.
 */
@Component("meetingAssignments")
public class Assignments {

    /** As many letters as an assignment can hold. */
    static final int MOST_LETTERS = 2_000;

    /** As many letters as a report can hold. */
    static final int LONGEST_REPORT = 20_000;

    private final StoredAssignments store;
    private final Planning planning;
    private final Inviting inviting;
    private final Files files;
    private final AssignmentNotices notices;
    private final AuditTrail trail;
    private final Clock clock;

    Assignments(
            StoredAssignments store,
            Planning planning,
            Inviting inviting,
            Files files,
            AssignmentNotices notices,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.planning = planning;
        this.inviting = inviting;
        this.files = files;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those that were given in a meeting, without those that were removed. */
    @Transactional(readOnly = true)
    public List<AssignmentView> ofMeeting(long meeting) {
        return store.ofMeeting(meeting).stream()
                .filter(each -> each.removed().isEmpty())
                .toList();
    }

    /** Those that were removed and can still be taken back. */
    @Transactional(readOnly = true)
    public List<AssignmentView> removed(long meeting) {
        return store.ofMeeting(meeting).stream().filter(this::canTakeBack).toList();
    }

    /** What a meeting opens with: what was taken on at the one before, and what is still not done since earlier. */
    @Transactional(readOnly = true)
    public List<AssignmentView> before(MeetingView meeting) {
        return store.before(meeting);
    }

    @Transactional(readOnly = true)
    public AssignmentView assignment(long meeting, long id) {
        planning.meeting(meeting);
        return store.find(meeting, id).filter(each -> each.removed().isEmpty()).orElseThrow(Refusal::notSeen);
    }

    /** Whether the actor gives assignments in a meeting now. */
    @Transactional(readOnly = true)
    public boolean mayGive(MeetingView meeting) {
        return meeting.isOpen() && store.mayWrite(meeting.id());
    }

    /** Those who can be given one: who is invited, and who has a part in the case there. */
    @Transactional(readOnly = true)
    public List<Guest> people(MeetingView meeting) {
        return Stream.concat(inviting.guests(meeting.id()).stream(), inviting.others(meeting).stream())
                .toList();
    }

    /** The meeting, for one who may give assignments in it. */
    @Transactional(readOnly = true)
    public MeetingView toGive(long id) {
        MeetingView meeting = planning.meeting(id);
        if (!meeting.isOpen()) {
            throw Refusal.rule("meeting.refusal." + meeting.standing());
        }
        if (!store.mayWrite(id)) {
            throw Refusal.notAllowed("refusal.verb.TAKE_PART_IN_MEETINGS");
        }
        return meeting;
    }

    @Transactional
    public long give(long meetingId, FreeText what, long person, Optional<LocalDate> due, Optional<Long> item) {
        MeetingView meeting = toGive(meetingId);
        String name = check(meeting, what, person);
        long id = store.add(meetingId, new Draft(what.text(), person, due, item));
        trail.record(told("assignment-given", meeting, what)
                .changing("person", null, name)
                .changing("due", null, due.orElse(null)));
        notices.given(meeting, id, person);
        return id;
    }

    @Transactional
    public void change(long meetingId, long id, int version, FreeText what, long person, Optional<LocalDate> due) {
        MeetingView meeting = toGive(meetingId);
        AssignmentView before = assignment(meetingId, id);
        String name = check(meeting, what, person);
        store.change(id, version, new Draft(what.text(), person, due, before.item()));
        trail.record(told("assignment-changed", meeting, what)
                .changing("person", before.name().name(), name)
                .changing("due", before.due().orElse(null), due.orElse(null)));
        if (person != before.person()) {
            notices.given(meeting, id, person);
        }
    }

    private String check(MeetingView meeting, FreeText what, long person) {
        if (what.text().isBlank()) {
            throw Refusal.rule("meeting.refusal.what");
        }
        if (what.text().length() > MOST_LETTERS) {
            throw Refusal.rule("meeting.refusal.too-long", what.text().length(), MOST_LETTERS);
        }
        return people(meeting).stream()
                .filter(each -> each.person() == person)
                .findFirst()
                .map(each -> each.name().name())
                .orElseThrow(() -> Refusal.rule("meeting.refusal.who"));
    }

    /** Removes one that should not be; it can be taken back for 30 days. */
    @Transactional
    public void remove(long meetingId, long id) {
        MeetingView meeting = toGive(meetingId);
        AssignmentView assignment = assignment(meetingId, id);
        store.remove(id, true);
        trail.record(Planning.happening("assignment-removed", meeting).changing("assignment", assignment.what(), null));
    }

    @Transactional
    public void takeBack(long meetingId, long id) {
        MeetingView meeting = toGive(meetingId);
        AssignmentView assignment =
                store.find(meetingId, id).filter(this::canTakeBack).orElseThrow(Refusal::notSeen);
        store.remove(id, false);
        trail.record(
                Planning.happening("assignment-taken-back", meeting).changing("assignment", null, assignment.what()));
    }

    private boolean canTakeBack(AssignmentView assignment) {
        return assignment
                .removed()
                .filter(at -> at.plus(Bin.KEPT).isAfter(clock.instant()))
                .isPresent();
    }

    /** Whether the actor reports an assignment: it is one's own, or one writes in the meeting that gave it. */
    @Transactional(readOnly = true)
    public boolean mayReport(AssignmentView assignment) {
        return assignment.mine() || store.mayWrite(assignment.meeting());
    }

    /** Says how it goes, or that it is done. */
    @Transactional
    public void report(long meetingId, long id, FreeText words, Optional<StoredFile> file, boolean done) {
        MeetingView meeting = planning.meeting(meetingId);
        AssignmentView assignment = assignment(meetingId, id);
        if (!mayReport(assignment)) {
            throw Refusal.notAllowed("meeting.refusal.report-not-yours");
        }
        if (!done && words.text().isBlank() && file.isEmpty()) {
            throw Refusal.rule("meeting.refusal.report-empty");
        }
        if (words.text().length() > LONGEST_REPORT) {
            throw Refusal.rule("meeting.refusal.too-long", words.text().length(), LONGEST_REPORT);
        }
        store.report(id, words.text(), file.map(StoredFile::id), done);
        file.ifPresent(each -> files.attached(each.id()));
        trail.record(Planning.happening(done ? "assignment-done" : "assignment-reported", meeting)
                .changing("assignment", null, assignment.what())
                .changing("words", null, words.text().isBlank() ? null : words.text())
                .changing("file", null, file.map(StoredFile::name).orElse(null))
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    /** A file that came with a report. */
    @Transactional(readOnly = true)
    public StoredFile file(long meetingId, long id, long report) {
        return assignment(meetingId, id).reports().stream()
                .filter(each -> each.id() == report)
                .map(Report::file)
                .flatMap(Optional::stream)
                .flatMap(each -> files.find(each).stream())
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    private static Happening told(String what, MeetingView meeting, FreeText words) {
        return Planning.happening(what, meeting)
                .changing("assignment", null, words.text())
                .changing("number-reason", null, words.numberReasonOrNull());
    }
}
