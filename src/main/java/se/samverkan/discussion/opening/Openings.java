package se.samverkan.discussion.opening;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.discussion.Discussed;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;

/**
 * The door by which whoever decides for a unit opens a record of it to named people of the other side, until a day, and ends it.
 * It is no share: nobody gets a document, and what was open is closed again.
 */
@Component
public class Openings {

    private static final int MOST_DAYS = 366;

    private final Map<String, Openable> rooms;
    private final StoredOpenings store;
    private final OpeningNotices notices;
    private final AuditTrail trail;

    Openings(List<Openable> rooms, StoredOpenings store, OpeningNotices notices, AuditTrail trail) {
        this.rooms = rooms.stream().collect(Collectors.toMap(Openable::kind, Function.identity()));
        this.store = store;
        this.notices = notices;
        this.trail = trail;
    }

    /** To whom a record that the actor reads is open now, by name as a Swede sorts. */
    @Transactional(readOnly = true)
    public List<Opening> of(String kind, long record) {
        return store.of(room(kind), record);
    }

    /** Those to whom the actor can open it. */
    @Transactional(readOnly = true)
    public List<Supporter> supporters(String kind, long record) {
        return store.supporters(room(kind), record);
    }

    @Transactional(readOnly = true)
    public LocalDate today() {
        return store.today();
    }

    /** The record, for somebody who may open it. */
    @Transactional(readOnly = true)
    public Discussed.Record toOpen(String kind, long id) {
        return room(kind).toOpen(id);
    }

    /** The kind of what a record needs to show anything, where the actor can open that too. */
    @Transactional(readOnly = true)
    public Optional<String> needs(String kind, long id) {
        return room(kind).needs().filter(needed -> !supporters(needed, id).isEmpty());
    }

    /** Opens a record, and what it needs to show anything to those to whom that is not open as long already. */
    @Transactional
    public void openWithWhatItNeeds(String kind, long id, Set<Long> people, LocalDate until) {
        needs(kind, id).ifPresent(needed -> {
            Set<Long> known = of(needed, id).stream()
                    .filter(each -> !each.until().isBefore(until))
                    .map(Opening::person)
                    .collect(Collectors.toSet());
            Set<Long> others =
                    people.stream().filter(each -> !known.contains(each)).collect(Collectors.toSet());
            if (!others.isEmpty()) {
                open(needed, id, others, until);
            }
        });
        open(kind, id, people, until);
    }

    /** Opens a record to some people; to whom it is open already it is open until the new day. */
    @Transactional
    public void open(String kind, long id, Set<Long> people, LocalDate until) {
        Openable room = room(kind);
        Discussed.Record record = room.toOpenAlone(id);
        if (people.isEmpty()) {
            throw Refusal.rule("discussion.opening.refusal.nobody");
        }
        LocalDate today = store.today();
        if (until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
            throw Refusal.rule("discussion.opening.refusal.until");
        }
        List<Supporter> chosen = store.supporters(room, id).stream()
                .filter(each -> people.contains(each.id()))
                .toList();
        if (chosen.size() != people.size()) {
            throw Refusal.rule("discussion.opening.refusal.not-supporter");
        }
        chosen.forEach(each -> store.open(room, id, each.id(), until));
        notices.opened(room, record, people);
        trail.record(happening("opened", room, record)
                .changing("people", null, chosen.stream().map(Supporter::name).collect(Collectors.joining(", ")))
                .changing("until", null, until));
    }

    /** Ends that a record is open to somebody. */
    @Transactional
    public void end(String kind, long id, long opening) {
        Openable room = room(kind);
        Discussed.Record record = room.toOpenAlone(id);
        Opening ended = store.of(room, id).stream()
                .filter(each -> each.id() == opening)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        store.end(room, opening);
        trail.record(happening("opening-ended", room, record).changing("people", ended.name(), null));
    }

    private Openable room(String kind) {
        Openable room = rooms.get(kind);
        if (room == null) {
            throw Refusal.notSeen();
        }
        return room;
    }

    private static Happening happening(String deed, Openable room, Discussed.Record record) {
        return Happening.of(
                room.kind() + "." + deed,
                new Subject(room.kind(), Long.toString(record.id()), record.name()),
                record.organisation());
    }
}
