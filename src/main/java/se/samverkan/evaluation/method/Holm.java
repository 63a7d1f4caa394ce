package se.samverkan.evaluation.method;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import se.samverkan.shared.Refusal;

/**
 * Several outcomes at once: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics
 * 6 (1979), pp. 65–70. Rule and worked example: docs/methods/holm.md.
 */
public final class Holm {

    private Holm() {}

    /**
     * Adjusted p-values in the order they were given: below 0.05, the outcome is told from chance although several were tried.
     *
     * @param p from 0 to 1, one for each outcome
     * @throws Refusal when one is not a probability
     */
    public static List<Double> adjusted(List<Double> p) {
        if (p.stream().anyMatch(each -> !(each >= 0 && each <= 1))) {
            throw Refusal.malformed("evaluation.refusal.probability");
        }
        List<Integer> order = IntStream.range(0, p.size())
                .boxed()
                .sorted(Comparator.comparing(p::get))
                .toList();
        Double[] adjusted = new Double[p.size()];
        double highest = 0;
        for (int place = 0; place < order.size(); place++) {
            highest = Math.max(highest, Math.min(1, (order.size() - place) * p.get(order.get(place))));
            adjusted[order.get(place)] = highest;
        }
        return List.of(adjusted);
    }
}
