package se.samverkan.programme;

import java.util.List;
import se.samverkan.shared.page.Words;

/** The door to what differs between two versions of a variant, in words: for whoever is about to move from one to another. */
public interface VariantDifferences {

    /** What happened to something. */
    enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        REORDERED
    }

    /**
     * One thing that differs.
     *
     * @param way the way to it, as people read it
     * @param kind what happened
     * @param before what stood there; empty where nothing did
     * @param after what stands there now; empty where nothing does
     */
    record Difference(String way, Kind kind, String before, String after) {}

    /**
     * What differs from one published version to another.
     *
     * @throws se.samverkan.shared.Refusal when there is no such published version
     */
    List<Difference> between(String key, int from, int to, Words words);
}
