package se.samverkan.statistics;

/**
 * Who resembles whom. Pages read what was computed last; the computation follows figures and registers by itself, some
 * seconds after they have come to rest.
 */
public interface SimilarUnits {

    /** Computes similar units and their spans now, and returns when that is done; for commands and tests. */
    void refresh();

    /** Whether figures or registers have changed since similar units were computed. */
    boolean areBehind();
}
