package se.samverkan.reporting.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.samverkan.partnership.CaseTallies.Tally;
import se.samverkan.statistics.disclosure.Count;
import se.samverkan.statistics.disclosure.CountedTable;
import se.samverkan.statistics.disclosure.Place;

/**
 * The shares of a table of answers, with their intervals. A share is made of as few as the fewest behind any number that it is worked
 * out of, and of no more than the organisers: so where a count of its row is masked, the share is too, and never gives it away.
 */
final class AnswerShares {

    private AnswerShares() {}

    /**
     * The lower end, the share and the upper end of each answer, in per cent with one decimal.
     *
     * @param spread of each answer the sums over organisers: Y of those reached, M of all, YY, YM and MM of their products
     * @param counted the table that they are shares of
     */
    static List<Tally> of(List<Tally> spread, CountedTable counted) {
        List<Tally> shares = new ArrayList<>();
        spread.stream()
                .collect(Collectors.groupingBy(Tally::row, TreeMap::new, Collectors.toList()))
                .forEach((answer, sums) -> {
                    int organisers = sums.getFirst().contributors();
                    if (organisers > 1) {
                        shares.addAll(
                                of(answer, interval(organisers, sums), Math.min(organisers, fewest(counted, answer))));
                    }
                });
        return shares;
    }

    private static ClusteredShare interval(int organisers, List<Tally> sums) {
        Map<String, Double> of = sums.stream().collect(Collectors.toMap(Tally::column, Tally::value));
        return ClusteredShare.of(organisers, sum(of, "Y"), sum(of, "M"), sum(of, "YY"), sum(of, "YM"), sum(of, "MM"));
    }

    private static double sum(Map<String, Double> of, String column) {
        return Objects.requireNonNull(of.get(column), column);
    }

    private static List<Tally> of(String answer, ClusteredShare share, int contributors) {
        return List.of(
                tally(answer, "LOWER", share.low(), contributors),
                tally(answer, "SHARE", share.share(), contributors),
                tally(answer, "UPPER", share.high(), contributors));
    }

    private static Tally tally(String answer, String column, double share, int contributors) {
        return new Tally("", answer, column, Math.round(share * 1000) / 10.0, contributors);
    }

    private static int fewest(CountedTable counted, String answer) {
        return counted.columns().stream()
                .map(column -> counted.at(new Place(answer, column)))
                .mapToInt(Count::contributors)
                .filter(contributors -> contributors > 0)
                .min()
                .orElse(0);
    }
}
