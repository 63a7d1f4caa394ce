package se.samverkan.reporting.aggregate;

import java.util.List;
import java.util.Map;
import se.samverkan.partnership.CaseTallies.Tally;
import se.samverkan.statistics.disclosure.Count;
import se.samverkan.statistics.disclosure.CountedTable;

/**
 * What tables were made of before anything was masked, as it is kept to try others beside them later. It is read by no page.
 *
 * @param tallies a line for each number that is of somebody
 */
public record KeptCounts(List<Tally> tallies) {

    public KeptCounts {
        tallies = List.copyOf(tallies);
    }

    public static KeptCounts of(Map<Topic, CountedTable> counted) {
        return new KeptCounts(counted.entrySet().stream()
                .flatMap(each -> each.getValue().places().stream().map(place -> {
                    Count count = each.getValue().at(place);
                    return new Tally(
                            each.getKey().key(), place.row(), place.column(), count.value(), count.contributors());
                }))
                .filter(tally -> tally.contributors() > 0)
                .toList());
    }

    public Map<Topic, CountedTable> tables() {
        return Counting.tables(tallies);
    }
}
