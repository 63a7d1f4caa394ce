package se.samverkan.reporting.aggregate;

import java.time.Instant;
import java.util.Map;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.statistics.disclosure.MaskedTable;

/**
 * A programme in figures, as it can be shown: a table for each topic that there is something to say of.
 *
 * @param at when it was computed
 */
public record Aggregate(Programme programme, Instant at, Map<Topic, MaskedTable> tables) {

    /** Its table of a topic; one without rows where there is nothing to say. */
    public MaskedTable table(Topic topic) {
        return tables.getOrDefault(topic, Counting.NOTHING);
    }
}
