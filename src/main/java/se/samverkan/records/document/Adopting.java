package se.samverkan.records.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.Verb;
import se.samverkan.shared.Refusal;

/** The door by which a draft is adopted (fastställd): who decided, on which day, by what mandate. It is a row that stands. */
@Component
public class Adopting {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final JdbcClient database;
    private final StoredDocuments stored;
    private final DocumentTrail trail;
    private final Clock clock;

    Adopting(JdbcClient database, StoredDocuments stored, DocumentTrail trail, Clock clock) {
        this.database = database;
        this.stored = stored;
        this.trail = trail;
        this.clock = clock;
    }

    /** By the one who acts, in the role that he or she has, today. */
    public Mandate own() {
        return new Mandate(Mandate.Kind.ROLE, Actor.current().person(), "", "", today());
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(SWEDEN));
    }

    /**
     * Adopts the newest version.
     *
     * @param seen the version of the document that the actor saw
     * @throws Refusal when it is adopted already, somebody has written meanwhile, or the mandate says too little
     */
    @Transactional
    public void adopt(long id, int seen, Mandate mandate) {
        DocumentView document = stored.require(Verb.ADOPT_DOCUMENTS, id);
        record(document, seen, mandate);
    }

    /** The same for a room whose own door knows who decided, before the document is shared. */
    void record(DocumentView document, int seen, Mandate mandate) {
        Documents.requireDraft(document);
        if (mandate.kind() != Mandate.Kind.ROLE && mandate.reference().isBlank()) {
            throw Refusal.rule("document.refusal.mandate-" + mandate.kind());
        }
        if (mandate.day().isAfter(today())) {
            throw Refusal.rule("document.refusal.adopted-later");
        }
        stored.changed(document.id(), seen);
        database.sql("""
                        insert into records.adoption (document, version, decided_by, decider, mandate, reference, decided_on)
                        values (:document, :version, :by, :decider, :mandate, :reference, :day)
                        """)
                .param("document", document.id())
                .param("version", document.number())
                .param("by", mandate.decidedBy())
                .param("decider", mandate.decider())
                .param("mandate", mandate.kind().name())
                .param("reference", mandate.reference())
                .param("day", mandate.day())
                .update();
        trail.record(trail.of("adopted", document)
                .changing("version", null, document.number())
                .changing("mandate", null, mandate.kind())
                .changing("decider", null, mandate.decider().isEmpty() ? null : mandate.decider())
                .changing("reference", null, mandate.reference().isEmpty() ? null : mandate.reference())
                .changing("decided-on", null, mandate.day()));
    }
}
