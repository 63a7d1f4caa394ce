package se.samverkan.meeting.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.plan.StoredMeetings.Invited;
import se.samverkan.partnership.staffing.CasePeople;
import se.samverkan.partnership.staffing.PersonInCase;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;

/**
 * The door to who is invited to a meeting and who came. The variant names roles; who has them on the day of the meeting is
 * told by the case. Whoever comes into the case later can be invited with one button.
 */
@Component("meetingInviting")
public class Inviting {

    private static final PersonName NOBODY = new PersonName("", null);

    private final StoredMeetings store;
    private final CasePeople people;
    private final Names names;
    private final MeetingNotices notices;
    private final AuditTrail trail;
    private final Clock clock;

    Inviting(
            StoredMeetings store,
            CasePeople people,
            Names names,
            MeetingNotices notices,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.names = names;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those who are invited, by name as a Swede sorts. */
    @Transactional(readOnly = true)
    public List<Guest> guests(long meeting) {
        List<Invited> invited = store.invited(meeting);
        Map<Long, PersonName> called =
                names.of(invited.stream().map(Invited::person).toList());
        return invited.stream()
                .map(each ->
                        new Guest(each.person(), called.getOrDefault(each.person(), NOBODY), each.role(), each.came()))
                .sorted(Guest.BY_NAME)
                .toList();
    }

    /** The people of the case who could be invited too: by their id, each with one role; those of the invited roles first. */
    @Transactional(readOnly = true)
    public List<Guest> others(MeetingView meeting) {
        Set<Long> there =
                store.invited(meeting.id()).stream().map(Invited::person).collect(Collectors.toSet());
        Map<Long, Guest> others = new LinkedHashMap<>();
        ofPlace(meeting).stream()
                .filter(each -> !there.contains(each.person()))
                .forEach(each -> others.merge(
                        each.person(),
                        Guest.of(each),
                        (one, next) -> meeting.roles().contains(next.role()) ? next : one));
        return others.values().stream().sorted(Guest.BY_NAME).toList();
    }

    /** Those who have one of the invited roles on the day of the meeting but are not invited. */
    List<Guest> missing(MeetingView meeting) {
        return others(meeting).stream()
                .filter(each -> meeting.roles().contains(each.role()))
                .toList();
    }

    /** The people who have a role in the case on the day of the meeting, or since, there where it is held. */
    private List<PersonInCase> ofPlace(MeetingView meeting) {
        LocalDate day = meeting.day();
        LocalDate today = LocalDate.now(clock.withZone(MeetingView.SWEDEN));
        LocalDate last = today.isAfter(day) ? today : day;
        return people.all(meeting.partnership()).stream()
                .filter(each -> !each.from().isAfter(last)
                        && each.to().filter(to -> to.isBefore(day)).isEmpty())
                .filter(each -> meeting.unit().isEmpty()
                        || each.unit().isEmpty()
                        || each.unit().equals(meeting.unit()))
                .toList();
    }

    /** Invites everybody who has one of the invited roles and is not invited yet; each is told. */
    @Transactional
    public void inviteRoles(MeetingView meeting) {
        invite(meeting, missing(meeting), new HashSet<>());
    }

    /** The same for one of many that are held as one: those who have been told of another of them are not told again. */
    void inviteRoles(MeetingView meeting, Set<Long> told) {
        invite(meeting, missing(meeting), told);
    }

    /** Invites some people of the case. */
    @Transactional
    public void invite(MeetingView meeting, Collection<Long> wanted) {
        invite(
                meeting,
                others(meeting).stream()
                        .filter(each -> wanted.contains(each.person()))
                        .toList(),
                new HashSet<>());
    }

    private void invite(MeetingView meeting, List<Guest> guests, Set<Long> told) {
        if (guests.isEmpty()) {
            return;
        }
        guests.forEach(each -> store.invite(meeting.id(), each.person(), each.role()));
        guests.forEach(each -> trail.record(Planning.happening("invited", meeting)
                .changing("person", null, each.name().name())));
        notices.invited(
                meeting, guests.stream().map(Guest::person).filter(told::add).toList());
    }

    /** Takes an invitation back; whoever still sees the meeting is told, and it leaves their calendar. */
    @Transactional
    public void uninvite(MeetingView meeting, long person) {
        Guest guest = guests(meeting.id()).stream()
                .filter(each -> each.person() == person)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        store.uninvite(meeting.id(), person);
        trail.record(Planning.happening("uninvited", meeting)
                .changing("person", guest.name().name(), null));
        if (!isInvitedToOther(meeting, person)) {
            notices.uninvited(meeting, person);
        }
    }

    /** Whether the person still comes to what the meeting is held as one with, and so keeps it in the calendar. */
    private boolean isInvitedToOther(MeetingView meeting, long person) {
        return meeting.gathering().map(store::ofGathering).orElse(List.of()).stream()
                .filter(each -> each.id() != meeting.id() && !each.isCancelled())
                .flatMap(each -> store.invited(each.id()).stream())
                .anyMatch(each -> each.person() == person);
    }

    /** Ticks off who came, among those who are invited. */
    @Transactional
    public void tick(MeetingView meeting, Collection<Long> came) {
        Set<Long> before = came(meeting);
        store.tick(meeting.id(), came);
        Set<Long> after = came(meeting);
        if (!before.equals(after)) {
            trail.record(Planning.happening("attended", meeting).changing("came", before.size(), after.size()));
        }
    }

    private Set<Long> came(MeetingView meeting) {
        return store.invited(meeting.id()).stream()
                .filter(each -> each.came().orElse(false))
                .map(Invited::person)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
