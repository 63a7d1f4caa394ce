package se.samverkan.records.document;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;

/** Writes what happened to a document in the log of its owner, and what others have to do with in theirs as well. */
@Component
class DocumentTrail {

    static final String TYPE = "document";

    private final AuditTrail trail;

    DocumentTrail(AuditTrail trail) {
        this.trail = trail;
    }

    Happening of(String deed, long document, String title, long organisation) {
        return Happening.of(
                "document." + deed, new Happening.Subject(TYPE, Long.toString(document), title), organisation);
    }

    Happening of(String deed, DocumentView document) {
        return of(deed, document.id(), document.title(), document.owner());
    }

    void record(Happening happening) {
        trail.record(happening);
    }

    /** The same in the logs of several organisations, one after the other in the order of their ids. */
    void record(Happening happening, Set<Long> organisations) {
        new TreeSet<>(organisations)
                .forEach(each ->
                        trail.record(new Happening(happening.what(), happening.subject(), each, happening.changes())));
    }
}
