package se.samverkan.intervention.network;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.intervention.network.NetworkMeeting.Answer;
import se.samverkan.intervention.network.StoredNetworks.Asked;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to meetings between those who have told of the same cause. A facilitator calls them from lessons whose tellers have agreed
 * to be asked; everybody who is asked answers for oneself.
 */
@Component
public class Networks {

    private static final PersonName NOBODY = new PersonName("", null);

    private final StoredNetworks store;
    private final NetworkNotices notices;
    private final Names names;
    private final Rights rights;
    private final AuditTrail trail;
    private final Clock clock;

    Networks(StoredNetworks store, NetworkNotices notices, Names names, Rights rights, AuditTrail trail, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.names = names;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    @Transactional(readOnly = true)
    NetworkMeeting meeting(long id) {
        rights.require(Verb.READ_LESSONS);
        return store.find(id).orElseThrow(Refusal::notSeen);
    }

    /** The meeting, for one who may move it or call it off. */
    @Transactional(readOnly = true)
    NetworkMeeting toChange(long id) {
        NetworkMeeting meeting = meeting(id);
        if (!meeting.leads()) {
            throw Refusal.notAllowed("network.refusal.leads");
        }
        requireComing(meeting);
        return meeting;
    }

    private void requireComing(NetworkMeeting meeting) {
        if (meeting.isCancelled()) {
            throw Refusal.rule("network.refusal.cancelled");
        }
        if (!meeting.isComing(clock.instant())) {
            throw Refusal.rule("network.refusal.been");
        }
    }

    @Transactional(readOnly = true)
    List<NetworkMeeting> coming() {
        rights.require(Verb.READ_LESSONS);
        return store.from(clock.instant());
    }

    @Transactional(readOnly = true)
    List<NetworkMeeting> held() {
        return store.until(clock.instant());
    }

    /** Those who are asked: all of them for who leads it, those who come for who is asked oneself. */
    @Transactional(readOnly = true)
    List<Invitee> invitees(long meeting) {
        List<Asked> asked = store.asked(meeting);
        Map<Long, PersonName> called =
                names.of(asked.stream().map(Asked::person).toList());
        return asked.stream()
                .map(each -> new Invitee(
                        each.person(),
                        called.getOrDefault(each.person(), NOBODY).name(),
                        each.teller(),
                        each.answer()))
                .toList();
    }

    /** What whoever called it is called. */
    @Transactional(readOnly = true)
    String convener(NetworkMeeting meeting) {
        return names.of(List.of(meeting.convener()))
                .getOrDefault(meeting.convener(), NOBODY)
                .name();
    }

    /**
     * Calls a meeting, and asks those who have told these lessons.
     *
     * @return the id of the meeting
     */
    @Transactional
    public long call(NetworkDraft draft, Collection<Long> lessons, FreeText texts) {
        rights.require(Verb.LEAD_MEETINGS);
        rights.require(Verb.READ_LESSONS);
        if (!draft.starts().isAfter(clock.instant())) {
            throw Refusal.rule("network.refusal.past");
        }
        long id = store.add(draft);
        store.invite(id, lessons);
        NetworkMeeting meeting = meeting(id);
        List<Long> people = people(id);
        if (people.isEmpty()) {
            throw Refusal.rule("network.refusal.nobody");
        }
        trail.record(happening("called", meeting)
                .changing("network-asked", null, people.size())
                .changing("number-reason", null, texts.numberReasonOrNull()));
        notices.called(meeting, people);
        return id;
    }

    private List<Long> people(long meeting) {
        return store.asked(meeting).stream().map(Asked::person).toList();
    }

    /** Changes what it is about, when and where; everybody is told, and asked again where the time is new. */
    @Transactional
    public void move(long id, int version, NetworkDraft draft, FreeText reason) {
        NetworkMeeting before = toChange(id);
        if (!draft.starts().isAfter(clock.instant())) {
            throw Refusal.rule("network.refusal.past");
        }
        store.move(id, version, draft, reason.text());
        NetworkMeeting after = meeting(id);
        trail.record(happening("moved", after)
                .changing("network-starts", before.text().starts(), draft.starts())
                .changing("place", before.text().place(), draft.place())
                .changing("reason", null, reason.text())
                .changing("number-reason", null, reason.numberReasonOrNull()));
        notices.moved(after, people(id));
    }

    /** Calls it off for everybody; it cannot be taken back, since calendars have been told. */
    @Transactional
    public void cancel(long id, int version, FreeText reason) {
        toChange(id);
        store.cancel(id, version, reason.text());
        NetworkMeeting after = meeting(id);
        trail.record(happening("cancelled", after)
                .changing("reason", null, reason.text())
                .changing("number-reason", null, reason.numberReasonOrNull()));
        notices.cancelled(after, people(id));
    }

    /** Says whether the actor comes; it can be changed until the meeting has been. */
    @Transactional
    public void answer(long id, Answer answer) {
        NetworkMeeting meeting = meeting(id);
        if (!meeting.asked()) {
            throw Refusal.notAllowed("network.refusal.not-asked");
        }
        requireComing(meeting);
        Optional<Answer> before = meeting.answer();
        store.answer(id, answer);
        trail.record(happening("answered", meeting)
                .changing("network-answer", before.map(Enum::name).orElse(null), answer.name()));
    }

    private static Happening happening(String what, NetworkMeeting meeting) {
        return Happening.of(
                "network." + what,
                new Subject(
                        "network", Long.toString(meeting.id()), meeting.text().title()),
                meeting.organisation().orElse(null));
    }
}
