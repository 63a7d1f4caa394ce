package se.samverkan.meeting.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.meeting.MeetingView;
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
    private final Inviting inviting;
    private final MeetingNotices notices;
    private final OutsideGuests guests;
    private final Gatherings gatherings;
    private final Rights rights;
    private final AuditTrail trail;
    private final Clock clock;

    Planning(
            Partnerships partnerships,
            StoredMeetings store,
            Proposals proposals,
            Inviting inviting,
            MeetingNotices notices,
            OutsideGuests guests,
            Gatherings gatherings,
            Rights rights,
            AuditTrail trail,
            Clock clock) {
        this.partnerships = partnerships;
        this.store = store;
        this.proposals = proposals;
        this.inviting = inviting;
        this.notices = notices;
        this.guests = guests;
        this.gatherings = gatherings;
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
                        .filter(plan -> !plan.isCommon() || gatherings.mayPlan(partnership))
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

    /** Plans meetings of a case, invites those who have the roles, and tells them. */
    @Transactional
    public List<Long> plan(long partnershipId, Optional<Long> unit, List<MeetingDraft> drafts) {
        PartnershipView partnership = partnership(partnershipId);
        requirePlanning(partnership, unit);
        store.lock(partnershipId);
        List<MeetingView> there = store.ofPartnership(partnershipId);
        if (drafts.stream().anyMatch(draft -> isPlanned(draft, unit, there))) {
            throw Refusal.rule("meeting.refusal.planned-already");
        }
        return drafts.stream()
                .map(draft -> plan(partnership, unit, draft, Optional.empty(), new HashSet<>()))
                .toList();
    }

    /**
     * Plans meetings that all cases of the cohort hold as one: each case gets its own, at the same time, and everybody is told
     * once. A case that has joined since comes to those that are planned already, at their time.
     */
    @Transactional
    public void planTogether(long partnershipId, List<MeetingDraft> drafts) {
        PartnershipView partnership = partnership(partnershipId);
        if (!gatherings.mayPlan(partnership)) {
            throw Refusal.notAllowed("refusal.verb.PLAN_MEETINGS");
        }
        List<PartnershipView> cases = gatherings.cases(partnership);
        cases.forEach(each -> store.lock(each.id()));
        drafts.forEach(draft -> planTogether(partnership, cases, draft));
    }

    private void planTogether(PartnershipView partnership, List<PartnershipView> cases, MeetingDraft wanted) {
        Optional<MeetingView> planned = gatherings.planned(partnership, wanted);
        MeetingDraft draft = planned.map(wanted::asOneWith).orElse(wanted);
        List<PartnershipView> lacking = cases.stream()
                .filter(each -> !isPlanned(draft, Optional.empty(), store.ofPartnership(each.id())))
                .toList();
        if (lacking.isEmpty()) {
            throw Refusal.rule("meeting.refusal.planned-already");
        }
        Optional<Long> gathering =
                planned.flatMap(MeetingView::gathering).or(() -> Optional.of(gatherings.begin(partnership)));
        Set<Long> told = new HashSet<>();
        lacking.forEach(each -> plan(each, Optional.empty(), draft, gathering, told));
    }

    private static boolean isPlanned(MeetingDraft draft, Optional<Long> unit, List<MeetingView> there) {
        return there.stream()
                .anyMatch(each -> !each.isCancelled()
                        && !each.series().isEmpty()
                        && each.series().equals(draft.series())
                        && each.item().equals(draft.item())
                        && each.unit().equals(unit));
    }

    private long plan(
            PartnershipView partnership,
            Optional<Long> unit,
            MeetingDraft draft,
            Optional<Long> gathering,
            Set<Long> told) {
        MeetingRules.check(draft.name().sv(), draft.starts(), draft.ends(), draft.place(), draft.link());
        MeetingView meeting =
                store.find(store.add(partnership, unit, draft, gathering)).orElseThrow();
        trail.record(happening("planned", meeting)
                .changing("begins", null, draft.starts())
                .changing("place", null, draft.place().isBlank() ? null : draft.place()));
        inviting.inviteRoles(meeting, told);
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

    /** The meeting, for one who may move or cancel it with all that it is held as one with. */
    @Transactional(readOnly = true)
    public MeetingView toMove(long id) {
        MeetingView meeting = toChange(id);
        if (!gatherings.plansAll(meeting)) {
            throw Refusal.rule("meeting.refusal.common");
        }
        return meeting;
    }

    /**
     * Moves it, in time or to another place, with all that it is held as one with; everybody who is invited is told once, and
     * their calendars follow.
     */
    @Transactional
    public void move(long id, int version, Instant starts, Instant ends, String place, String link, FreeText reason) {
        MeetingView meeting = toMove(id);
        MeetingRules.check(meeting.name().sv(), starts, ends, place, link);
        MeetingRules.requireReason(reason);
        Set<Long> told = new HashSet<>();
        for (MeetingView each : gatherings.open(meeting)) {
            store.move(each, each.id() == id ? version : each.version(), starts, ends, place, link);
            store.turn(each.id(), "MOVED", reason.text(), each.starts(), starts);
            trail.record(happening("moved", each)
                    .changing("begins", each.starts(), starts)
                    .changing("ends", each.ends(), ends)
                    .changing("place", each.place(), place)
                    .changing("reason", null, reason.text())
                    .changing("number-reason", null, reason.numberReasonOrNull()));
            notices.moved(each, people(each.id(), told));
            guests.moved(meeting(each.id()));
        }
    }

    /** Calls it off, with all that it is held as one with; it stays in the list as cancelled, and can be planned anew. */
    @Transactional
    public void cancel(long id, int version, FreeText reason) {
        MeetingView meeting = toMove(id);
        MeetingRules.requireReason(reason);
        Set<Long> told = new HashSet<>();
        for (MeetingView each : gatherings.open(meeting)) {
            store.cancel(each.id(), each.id() == id ? version : each.version());
            store.turn(each.id(), "CANCELLED", reason.text(), each.starts(), null);
            trail.record(happening("cancelled", each)
                    .changing("reason", null, reason.text())
                    .changing("number-reason", null, reason.numberReasonOrNull()));
            notices.cancelled(each, people(each.id(), told));
            guests.cancelled(meeting(each.id()));
        }
    }

    private List<Long> people(long meeting, Set<Long> told) {
        return store.invited(meeting).stream()
                .map(StoredMeetings.Invited::person)
                .filter(told::add)
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
