package se.samverkan.records.document;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.Names;
import se.samverkan.access.Verb;
import se.samverkan.shared.Refusal;

/**
 * The door to what guards a document beyond its case. A secrecy mark (sekretessmarkering) warns whoever is to show it to
 * somebody, and decides nothing; a narrowing lets only named people read it, of those who otherwise could. Both follow the
 * document through new versions, moves and copies, and say who, why and until when.
 */
@Component
public class Guarding {

    private final JdbcClient database;
    private final StoredDocuments stored;
    private final DocumentTrail trail;
    private final Names names;

    Guarding(JdbcClient database, StoredDocuments stored, DocumentTrail trail, Names names) {
        this.database = database;
        this.stored = stored;
        this.trail = trail;
        this.names = names;
    }

    /** @param provision the provision that may forbid it to be shown, such as {@code OSL 23 kap. 2 §} */
    @Transactional
    public void mark(long id, String provision, String words) {
        DocumentView document = stored.require(Verb.WRITE_DOCUMENTS, id);
        if (provision.isBlank()) {
            throw Refusal.rule("document.refusal.provision");
        }
        int marked = database.sql(
                        "insert into records.secrecy_mark (document, provision, words) values (?, ?, ?) on conflict do nothing")
                .params(id, provision, words)
                .update();
        if (marked == 0) {
            throw Refusal.rule("document.refusal.marked");
        }
        trail.record(trail.of("marked", document)
                .changing("provision", null, provision)
                .changing("words", null, words.isEmpty() ? null : words));
    }

    @Transactional
    public void lift(long id, String reason) {
        DocumentView document = stored.require(Verb.WRITE_DOCUMENTS, id);
        if (reason.isBlank()) {
            throw Refusal.rule("document.refusal.lifting");
        }
        int lifted = database.sql("""
                        update records.secrecy_mark
                        set lifted_at = now(), lifted_by = access.person(), lifting_reason = ?
                        where document = ? and lifted_at is null
                        """).params(reason, id).update();
        if (lifted == 0) {
            throw Refusal.stale();
        }
        trail.record(trail.of("mark-lifted", document)
                .changing("provision", document.mark(), null)
                .changing("reason", null, reason));
    }

    /**
     * Lets only these people read it, and the one who narrows it.
     *
     * @param until the last day; empty means until further notice
     */
    @Transactional
    public void narrow(long id, Collection<Long> people, String reason, Optional<LocalDate> until) {
        DocumentView document = stored.require(Verb.WRITE_DOCUMENTS, id);
        if (reason.isBlank()) {
            throw Refusal.rule("document.refusal.narrowing");
        }
        Set<Long> letIn = new LinkedHashSet<>();
        letIn.add(Actor.current().person());
        letIn.addAll(people);
        trail.record(trail.of("narrowed", document)
                .changing(
                        "people",
                        null,
                        names.of(letIn).values().stream()
                                .map(Names.PersonName::name)
                                .sorted()
                                .collect(Collectors.joining(", ")))
                .changing("reason", null, reason)
                .changing("until", null, until.orElse(null)));
        endPassed(id);
        long narrowing = database.sql("""
                        insert into records.narrowing (document, reason, until) values (?, ?, ?)
                        on conflict do nothing returning id
                        """)
                .params(id, reason, until.orElse(null))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.rule("document.refusal.narrowed"));
        letIn.forEach(person -> database.sql("insert into records.let_in values (?, ?)")
                .params(narrowing, person)
                .update());
    }

    private void endPassed(long id) {
        database.sql("""
                        update records.narrowing set ended_at = now(), ended_by = access.person()
                        where document = ? and ended_at is null and until < access.today()
                        """).param(id).update();
    }

    /** Lets everybody read it again whom its case allows to. */
    @Transactional
    public void widen(long id) {
        DocumentView document = stored.require(Verb.WRITE_DOCUMENTS, id);
        int ended = database.sql("""
                        update records.narrowing set ended_at = now(), ended_by = access.person()
                        where document = ? and ended_at is null
                        """).param(id).update();
        if (ended == 0) {
            throw Refusal.stale();
        }
        trail.record(trail.of("widened", document));
    }
}
