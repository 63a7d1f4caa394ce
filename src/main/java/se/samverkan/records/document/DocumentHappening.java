package se.samverkan.records.document;

import java.util.Collection;
import java.util.Set;

/**
 * What has happened to a document that others are to be told; published in the transaction of the deed.
 *
 * @param document the id of the document
 * @param people the ids of the people that it is meant for, where they are named
 * @param organisations the ids of the organisations that it is meant for, where they are
 */
public record DocumentHappening(Kind kind, long document, Collection<Long> people, Collection<Long> organisations) {

    public DocumentHappening {
        people = Set.copyOf(people);
        organisations = Set.copyOf(organisations);
    }

    /** What it is that has happened. */
    public enum Kind {
        OPENED,
        SHARED,
        RECEIPTED,
        COMPLETION_ASKED
    }

    static DocumentHappening opened(long document, Collection<Long> people) {
        return new DocumentHappening(Kind.OPENED, document, people, Set.of());
    }

    static DocumentHappening shared(long document, Collection<Long> recipients) {
        return new DocumentHappening(Kind.SHARED, document, Set.of(), recipients);
    }

    static DocumentHappening answered(Kind kind, DocumentView document) {
        return new DocumentHappening(kind, document.id(), Set.of(), Set.of(document.owner()));
    }
}
