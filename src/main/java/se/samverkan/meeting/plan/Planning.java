package se.samverkan.meeting.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.plan.Clashes.Clash;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to planning: meetings of the variant's series and of the case's own are planned, moved and cancelled, and everybody
 * who is invited is told.
 */
@Component("meetingPlanning")
public class Planning {

    private final Partnerships partnerships;
    private final StoredMeetings store;
    private final Proposals proposals;
    private final Clashes clashes;
    private final Inviting inviting;
    private final MeetingNotices notices;
    private final Rights rights;
    private final AuditTrail trail;
    private final Clock clock;

    Planning(
            Partnerships partnerships,
            StoredMeetings store,
            Proposals proposals,
            Clashes clashes,
            Inviting inviting,
            MeetingNotices notices,
            Rights rights,
            AuditTrail trail,
            Clock clock) {
        this.partnerships = partnerships;
        this.store = store;
        this.proposals = proposals;
        this.clashes = clashes;
        this.inviting = inviting;
        this.notices = notices;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
    }

    /** The case, for somebody who takes part in meetings. */
    @Transactional(readOnly = true)
    public PartnershipView partnership(long id) {
        rights.require(Verb.TAKE_PART_IN_MEETINGS);
        return partnerships.find(id).orElseThrow(Refusal::notSeen);
    }

    @Transactional(readOnly = true)
    public MeetingView meeting(long id) {
        rights.require(Verb.TAKE_PART_IN_MEETINGS);
        return store.find(id).orElseThrow(Refusal::notSeen);
    }

    @Transactional(readOnly = true)
    public List<MeetingView> ofPartnership(long partnership) {
        return store.ofPartnership(partnership);
    }

    public Instant now() {
        return clock.instant();
    }

    /** Whether the actor plans the meetings of a unit, or of the whole case. */
    @Transactional(readOnly = true)
    public boolean mayPlan(long partnership, Optional<Long> unit) {
        return rights.allow(Verb.PLAN_MEETINGS) && store.mayPlan(partnership, unit);
    }

    /** What the actor can plan of the variant's series now. */
    @Transactional(readOnly = true)
    public List<SeriesPlan> left(PartnershipView partnership) {
        List<Optional<Participant>> places = places(partnership);
        return places.isEmpty()
                ? List.of()
                : proposals.left(partnership, store.ofPartnership(partnership.id())).stream()
                        .filter(plan -> places.contains(plan.unit()))
                        .toList();
    }

    /** Where the actor plans meetings: the whole case first, where that is so, then its units. */
    @Transactional(readOnly = true)
    public List<Optional<Participant>> places(PartnershipView partnership) {
        if (!rights.allow(Verb.PLAN_MEETINGS)) {
            return List.of();
        }
        List<Optional<Participant>> all = Stream.concat(
                        Stream.of(Optional.<Participant>empty()),
                        partnership.units().stream()
                                .filter(unit -> unit.standing().isLive())
                                .map(Optional::of))
                .toList();
        Set<Long> planned =
                store.planned(partnership.id(), all.stream().map(Planning::id).toList());
        return all.stream().filter(each -> planned.contains(id(each))).toList();
    }

    private static long id(Optional<Participant> place) {
        return place.map(Participant::unit).orElse(0L);
    }

    /** What is left of one series, for one who may plan it; refuses where nothing is. */
    @Transactional(readOnly = true)
    public SeriesPlan toPlan(long partnershipId, String series, Optional<Long> unit) {
        PartnershipView partnership = partnership(partnershipId);
        requirePlanning(partnership, unit);
        return left(partnership).stream()
                .filter(plan ->
                        plan.series().key().equals(series) && plan.unitId().equals(unit))
                .findFirst()
                .orElseThrow(() -> Refusal.rule("meeting.refusal.planned-already"));
    }

    /** What somebody should know before the meeting gets this time. */
    @Transactional(readOnly = true)
    public List<Clash> clashes(PartnershipView partnership, Instant starts, Instant ends, long but) {
        return clashes.of(partnership.id(), partnership.organiser(), starts, ends, but);
    }

    /** Plans meetings of a case, invites those who have the roles, and tells them. */
    @Transactional
    public List<Long> plan(long partnershipId, Optional<Long> unit, List<MeetingDraft> drafts) {
        PartnershipView partnership = partnership(partnershipId);
        requirePlanning(partnership, unit);
        store.lock(partnershipId);
        List<MeetingView> there = store.ofPartnership(partnershipId);
        return drafts.stream()
                .map(draft -> plan(partnership, unit, draft, there))
                .toList();
    }

    private long plan(PartnershipView partnership, Optional<Long> unit, MeetingDraft draft, List<MeetingView> there) {
        boolean twice = there.stream()
                .anyMatch(each -> !each.isCancelled()
                        && !each.series().isEmpty()
                        && each.series().equals(draft.series())
                        && each.item().equals(draft.item())
                        && each.unit().equals(unit));
        if (twice) {
            throw Refusal.rule("meeting.refusal.planned-already");
        }
        MeetingRules.check(draft.name().sv(), draft.starts(), draft.ends(), draft.place(), draft.link());
        MeetingView meeting = store.find(store.add(partnership, unit, draft)).orElseThrow();
        trail.record(happening("planned", meeting)
                .changing("begins", null, draft.starts())
                .changing("place", null, draft.place().isBlank() ? null : draft.place()));
        inviting.inviteRoles(meeting);
        return meeting.id();
    }

    /** The meeting, for one who may move or cancel it. */
    @Transactional(readOnly = true)
    public MeetingView toChange(long id) {
        MeetingView meeting = meeting(id);
        if (!mayPlan(meeting.partnership(), meeting.unit())) {
            throw Refusal.notAllowed("refusal.verb.PLAN_MEETINGS");
        }
        if (!meeting.isOpen()) {
            throw Refusal.rule("meeting.refusal." + meeting.standing());
        }
        return meeting;
    }

    /** Moves it, in time or to another place; everybody who is invited is told, and their calendars follow. */
    @Transactional
    public void move(long id, int version, Instant starts, Instant ends, String place, String link, FreeText reason) {
        MeetingView meeting = toChange(id);
        MeetingRules.check(meeting.name().sv(), starts, ends, place, link);
        requireReason(reason);
        store.move(meeting, version, starts, ends, place, link);
        store.turn(id, "MOVED", reason.text(), meeting.starts(), starts);
        trail.record(happening("moved", meeting)
                .changing("begins", meeting.starts(), starts)
                .changing("ends", meeting.ends(), ends)
                .changing("place", meeting.place(), place)
                .changing("reason", null, reason.text())
                .changing("number-reason", null, reason.numberReasonOrNull()));
        notices.moved(meeting, people(id));
    }

    /** Calls it off; it stays in the list as cancelled, and the variant's meeting can be planned anew. */
    @Transactional
    public void cancel(long id, int version, FreeText reason) {
        MeetingView meeting = toChange(id);
        requireReason(reason);
        store.cancel(id, version);
        store.turn(id, "CANCELLED", reason.text(), meeting.starts(), null);
        trail.record(happening("cancelled", meeting)
                .changing("reason", null, reason.text())
                .changing("number-reason", null, reason.numberReasonOrNull()));
        notices.cancelled(meeting, people(id));
    }

    private List<Long> people(long meeting) {
        return store.invited(meeting).stream()
                .map(StoredMeetings.Invited::person)
                .toList();
    }

    private void requirePlanning(PartnershipView partnership, Optional<Long> unit) {
        if (!mayPlan(partnership.id(), unit)) {
            throw Refusal.notAllowed("refusal.verb.PLAN_MEETINGS");
        }
        if (!partnership.standing().isLive()) {
            throw Refusal.rule("meeting.refusal.case-ended");
        }
    }

    private static void requireReason(FreeText reason) {
        if (reason.text().isBlank()) {
            throw Refusal.rule("meeting.refusal.reason");
        }
    }

    /** The record that a meeting is in the log. */
    public static Subject subject(MeetingView meeting) {
        return new Subject(
                "meeting", Long.toString(meeting.id()), meeting.name().sv());
    }

    /** Something that happened to a meeting, in the log of the agency or office that runs the case. */
    public static Happening happening(String what, MeetingView meeting) {
        return Happening.of("meeting." + what, subject(meeting), meeting.owner());
    }
}
