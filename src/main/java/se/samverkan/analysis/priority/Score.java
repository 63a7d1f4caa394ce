package se.samverkan.analysis.priority;

/**
 * What somebody thinks of an area by a criterion.
 *
 * @param mine whether the reader gave it
 * @param value 1 to 5, 5 where the criterion fits best
 */
public record Score(long area, long criterion, boolean mine, int value) {

    public static final int LOWEST = 1;
    public static final int HIGHEST = 5;
}
