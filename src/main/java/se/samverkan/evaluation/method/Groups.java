package se.samverkan.evaluation.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Units side by side along a scale in groups, told by their means alone, so that nobody can be read out of a picture. Units with the
 * same value are never parted.
 */
final class Groups {

    /** Fewer units than so many are never told. */
    static final int FEWEST = 5;

    private static final int MOST = 8;

    private Groups() {}

    /**
     * The groups, from the lowest value; none where there are fewer units than one group needs.
     *
     * @param along by unit: where it lies on the scale
     * @param outcomes in the same order
     */
    static List<Group> of(double[] along, double[] outcomes) {
        List<Integer> order = IntStream.range(0, along.length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> along[place]))
                .toList();
        int size = Math.max(FEWEST, (int) Math.ceil(order.size() / (double) MOST));
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            open.add(order.get(place));
            boolean more = place + 1 < order.size();
            if (!more || open.size() >= size && along[order.get(place)] < along[order.get(place + 1)]) {
                parts.add(open);
                open = new ArrayList<>();
            }
        }
        if (parts.size() > 1 && parts.getLast().size() < FEWEST) {
            List<Integer> left = parts.removeLast();
            parts.getLast().addAll(left);
        }
        return parts.stream()
                .filter(part -> part.size() >= FEWEST)
                .map(part -> new Group(mean(along, part), mean(outcomes, part), part.size()))
                .toList();
    }

    private static double mean(double[] values, List<Integer> places) {
        return places.stream().mapToDouble(place -> values[place]).average().orElseThrow();
    }
}
