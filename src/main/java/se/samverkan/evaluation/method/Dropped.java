package se.samverkan.evaluation.method;

import java.util.List;

/**
 * What of a panel's file takes no part.
 *
 * @param incomplete units without an outcome in every period
 * @param treatedInFirstPeriod units that have no period before their start
 * @param periods that have nobody left to compare with
 */
public record Dropped(int incomplete, int treatedInFirstPeriod, List<Integer> periods) {

    public Dropped {
        periods = List.copyOf(periods);
    }
}
