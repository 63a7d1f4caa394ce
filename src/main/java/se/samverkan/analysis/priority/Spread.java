package se.samverkan.analysis.priority;

import java.util.List;

/**
 * How people's scores of one area by one criterion lie: all of them in order, without whose they are.
 *
 * @param values from the lowest to the highest
 */
public record Spread(List<Integer> values) {

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public double middle() {
        return values.stream().mapToInt(Integer::intValue).average().orElse(0);
    }

    public int lowest() {
        return values.getFirst();
    }

    public int highest() {
        return values.getLast();
    }

    /** Whether people see it so differently that they should talk about it before anything is decided. */
    public boolean isWide() {
        return !isEmpty() && highest() - lowest() >= 3;
    }
}
