package se.samverkan.records.mark;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.Names;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to secrecy marks on single fields. A mark narrows: of those who see the record only the people it names, and whoever
 * set it, read the field; the others see that it is marked, by whom and why. It is lifted by somebody who reads the field and
 * may mark it, with a reason, or ends with its last day.
 */
@Component
public class Marks {

    private final ObjectProvider<Markable> rooms;
    private final StoredMarks stored;
    private final Names names;
    private final AuditTrail trail;

    Marks(ObjectProvider<Markable> rooms, StoredMarks stored, Names names, AuditTrail trail) {
        this.rooms = rooms;
        this.stored = stored;
        this.names = names;
        this.trail = trail;
    }

    /** The marks that stand on records that the room has shown to the reader, by the records' ids. */
    @Transactional(readOnly = true)
    public Map<Long, MarkView> of(String kind, Collection<Long> about) {
        return about.isEmpty() ? Map.of() : stored.of(kind, about);
    }

    /** The record, for somebody who may mark it. */
    @Transactional(readOnly = true)
    public Markable.Record record(String kind, long about) {
        return kind(kind).find(about).orElseThrow(Refusal::notSeen);
    }

    private Markable kind(String kind) {
        return rooms.stream()
                .filter(known -> known.kind().equals(kind) && Actor.current().isSignedIn())
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    /** @throws Refusal when provision or reason is missing, the last day has been, or the field is marked already */
    @Transactional
    public void mark(String kind, long about, MarkDraft draft) {
        Markable.Record record = record(kind, about);
        if (draft.provision().isBlank()) {
            throw Refusal.rule("records.mark.refusal.provision");
        }
        if (draft.reason().text().isBlank()) {
            throw Refusal.rule("records.mark.refusal.reason");
        }
        if (draft.until().filter(day -> day.isBefore(stored.today())).isPresent()) {
            throw Refusal.rule("records.mark.refusal.until");
        }
        Set<Long> readers = new LinkedHashSet<>();
        readers.add(Actor.current().person());
        readers.addAll(draft.people());
        stored.endPassed(kind, about);
        if (!stored.add(kind, about, kind(kind).field(), draft, readers)) {
            throw Refusal.rule("records.mark.refusal.marked");
        }
        trail.record(happening("mark.set", kind, record)
                .changing("provision", null, draft.provision())
                .changing("reason", null, draft.reason().text())
                .changing("until", null, draft.until().orElse(null))
                .changing("people", null, called(readers))
                .changing("number-reason", null, draft.reason().numberReasonOrNull()));
    }

    /** @throws Refusal when no reason is given, nothing is marked any more, or the field is shut to the actor */
    @Transactional
    public void lift(String kind, long about, FreeText reason) {
        Markable.Record record = record(kind, about);
        if (reason.text().isBlank()) {
            throw Refusal.rule("records.mark.refusal.lifting");
        }
        MarkView mark = Optional.ofNullable(of(kind, List.of(about)).get(about)).orElseThrow(Refusal::stale);
        if (mark.shut()) {
            throw Refusal.notAllowed("records.mark.refusal.shut");
        }
        stored.lift(kind, about, reason.text());
        trail.record(happening("mark.lifted", kind, record)
                .changing("provision", mark.provision(), null)
                .changing("reason", null, reason.text())
                .changing("number-reason", null, reason.numberReasonOrNull()));
    }

    /**
     * Lets a record that was made from another one be marked as that is: the same provision, reason, last day and readers, and
     * whoever made it. Nothing where the other one is not marked.
     *
     * @throws Refusal when the other one is shut to the actor, who could not have made anything from it
     */
    @Transactional
    public void carry(String from, long about, String to, long made) {
        MarkView mark = of(from, List.of(about)).get(about);
        if (mark == null) {
            return;
        }
        if (mark.shut()) {
            throw Refusal.notSeen();
        }
        Markable.Record record = record(to, made);
        stored.carry(from, about, to, made, kind(to).field());
        trail.record(happening("mark.carried", to, record)
                .changing("provision", null, mark.provision())
                .changing("reason", null, mark.reason())
                .changing("until", null, mark.until().orElse(null))
                .changing("people", null, String.join(", ", mark.people())));
    }

    /** @throws Refusal when what the record says is shut to the actor, who then cannot change or remove it either */
    @Transactional(readOnly = true)
    public void requireOpen(String kind, long about) {
        if (Optional.ofNullable(of(kind, List.of(about)).get(about))
                .filter(MarkView::shut)
                .isPresent()) {
            throw Refusal.notAllowed("records.mark.refusal.read-first");
        }
    }

    private String called(Collection<Long> people) {
        return names.of(people).values().stream()
                .map(Names.PersonName::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Happening happening(String what, String kind, Markable.Record record) {
        return Happening.of(
                what, new Happening.Subject(kind, Long.toString(record.about()), record.name()), record.organisation());
    }
}
