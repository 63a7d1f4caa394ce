package se.samverkan.reporting.aggregate;

import se.samverkan.reporting.aggregate.ReadTogether.Standing;
import se.samverkan.statistics.disclosure.CountedTable;
import se.samverkan.statistics.disclosure.WholeAndParts.Table;

/**
 * A table that can be read of another programme, of the same variant: of an office, or of an organiser all of whose cases are the
 * office's.
 *
 * @param office whose whole it is, or is a part of
 * @param organisation whose programme it is of; the office's own is the whole
 * @param counted what it was made of
 */
public record Related(Standing standing, long office, long organisation, CountedTable counted) {

    boolean isWhole() {
        return office == organisation;
    }

    boolean isOf(Topic topic) {
        return standing.topic() == topic;
    }

    Table table() {
        return new Table(counted, standing.table());
    }
}
