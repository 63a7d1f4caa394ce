package se.samverkan.reporting.publication;

import se.samverkan.reporting.publication.Publication.Kind;

/**
 * Something that a page of the public tells of, and that a release or a withdrawal can change: all of a kind, a single
 * publication, or all that concerns an organisation.
 */
public record Matter(String key) {

    /** All that is told of a kind, as it stands in a list. */
    public static final Matter PARTICIPATIONS = all(Kind.PARTICIPATION);

    public static final Matter NEWS = all(Kind.NEWS);
    public static final Matter LESSONS = all(Kind.LESSON);
    public static final Matter RESULTS = all(Kind.RESULT);

    static Matter all(Kind kind) {
        return new Matter(kind.name());
    }

    /** A single publication. */
    public static Matter one(long publication) {
        return new Matter(Long.toString(publication));
    }

    /**
     * All that an organisation tells, or that is told of it.
     *
     * @param organisation what stands in its address
     */
    public static Matter of(String organisation) {
        return new Matter("@" + organisation);
    }
}
