package se.samverkan.selection.candidate;

import se.samverkan.shared.Period;

/**
 * A criterion (urvalskriterium): an indicator over some years, and either a threshold that the need lies beyond or a
 * weight in the needs index.
 *
 * @param number its number in the round, never used again for another
 * @param form the school form it is about
 * @param kind what it is about
 * @param indicator the indicator's code
 * @param lastPeriod the last period that counts
 * @param years how many years are pooled, 1 to 3; five where a trend is read
 * @param needy which end means need
 * @param use whether it is a threshold or has a weight
 * @param amount the threshold, in the unit of the indicator, or the weight
 */
public record Criterion(
        int number,
        String form,
        CriterionKind kind,
        String indicator,
        Period lastPeriod,
        int years,
        Needy needy,
        Use use,
        double amount) {

    /** Which end of an indicator means need. */
    public enum Needy {
        LOW,
        HIGH;

        /** What a higher value does to the need: −1 where low values mean need, else 1. */
        int direction() {
            return this == LOW ? -1 : 1;
        }
    }

    /** What a criterion is used for. */
    public enum Use {
        THRESHOLD,
        WEIGHT
    }

    /** The same under another number. */
    public Criterion numbered(int another) {
        return new Criterion(another, form, kind, indicator, lastPeriod, years, needy, use, amount);
    }

    /** The same over so many years. */
    public Criterion over(int others) {
        return new Criterion(number, form, kind, indicator, lastPeriod, others, needy, use, amount);
    }

    /** Whether it counts in the needs index, and is no threshold. */
    public boolean isWeighted() {
        return use == Use.WEIGHT;
    }

    /** Whether a value lies beyond the threshold, on the side of need; the threshold itself does not. */
    boolean isBeyond(double value) {
        return needy == Needy.LOW ? value < amount : value > amount;
    }
}
