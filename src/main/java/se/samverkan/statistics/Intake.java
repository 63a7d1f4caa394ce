package se.samverkan.statistics;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Takes observations in, in bulk: new ones are added, changed ones revise what was there (the old ones stay), those that
 * say the same again are counted. Imports run one at a time.
 */
public interface Intake {

    /**
     * Waits until no other import goes on, and keeps others waiting until the caller's transaction ends. {@link #take}
     * does so too; call this first where units are told to the registry before their figures.
     */
    void waitForTurn();

    /**
     * Takes in everything or nothing, in the caller's transaction.
     *
     * @param observations in any order; the same subject, indicator, breakdown and period at most once
     * @param provenance where they come from
     * @throws se.samverkan.shared.Refusal when a unit is unknown
     */
    Taken take(Stream<Observation> observations, Provenance provenance);

    /**
     * Where observations come from.
     *
     * @param layout the layout that was recognised, such as {@code year-9-export} or {@code api-gr}
     * @param source whose figures they are, as a key of the message files: SKOLVERKET, SCHOOL_INSPECTORATE, KOLADA, DEMONSTRATION
     * @param fetchedOn the day they were fetched from the source
     * @param checksum SHA-256 of what was read
     */
    record Provenance(String layout, String source, LocalDate fetchedOn, byte[] checksum) {}

    /**
     * What came of it.
     *
     * @param importId the number of the import
     * @param read how many observations were read
     * @param added how many were new
     * @param revised how many changed what was known
     * @param unchanged how many said what was known
     */
    record Taken(int importId, int read, int added, int revised, int unchanged) {}
}
