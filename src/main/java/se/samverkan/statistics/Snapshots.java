package se.samverkan.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The door to what was known on a day: a decision that rests on figures keeps a snapshot, and what is revised later does
 * not change it. Called within the deed that needs it, which has its own right.
 */
public interface Snapshots {

    /**
     * Freezes what is known now.
     *
     * @param name what it is for, for example the round of a selection
     */
    Snapshot take(String name);

    /**
     * The number of the last import that is known now, 0 before the first. Enough for a decision that itself keeps and
     * sums every figure that it rests on: what is known by that number never changes.
     */
    int lastImport();

    /** What the snapshot holds about one unit, in the order of indicators and periods. */
    List<Observation> read(int snapshot, String unitKey);

    /** Whether what the snapshot froze is still as it was, to the last figure. */
    boolean isWhole(int snapshot);

    /** The number of the last import that had come when a day ended in Sweden, 0 before the first. */
    int lastImportOn(LocalDate day);

    /**
     * A snapshot.
     *
     * @param lastImport the last import it knows
     * @param observations how many figures it holds
     * @param checksum SHA-256 over them all, in hex
     */
    record Snapshot(int id, String name, Instant takenAt, int lastImport, long observations, String checksum) {}
}
