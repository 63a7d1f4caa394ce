package se.samverkan.selection.candidate;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import se.samverkan.selection.candidate.Reading.Verdict;
import se.samverkan.selection.method.Profile;
import se.samverkan.selection.method.Utf8;
import se.samverkan.selection.round.RoundMaterial.Conclusion;
import se.samverkan.selection.round.RoundMaterial.Reason;

/**
 * A unit as a basis froze it.
 *
 * @param form the school form
 * @param place who and where it was
 * @param need the needs index as an exact decimal; empty where it could not be told
 * @param error its standard error; 0 where none of its figures carries a measure of chance
 * @param among the probability of being among those most in need; empty where the error is 0
 * @param verdict whether it met the thresholds
 * @param excluded why the round shall not choose it, where it shall not
 * @param conclusion what two assessors agreed on, where they have
 * @param covariates what it can be matched by
 */
public record BasisUnit(
        String form,
        Place place,
        Optional<BigDecimal> need,
        double error,
        OptionalDouble among,
        Verdict verdict,
        Optional<Reason> excluded,
        Optional<Conclusion> conclusion,
        Map<String, Double> covariates) {

    /** The greatest need first, then by key; those without an index last. */
    public static final Comparator<BasisUnit> BY_NEED = Comparator.comparing(
                    (BasisUnit unit) -> unit.need().orElse(BigDecimal.valueOf(Long.MIN_VALUE)),
                    Comparator.reverseOrder())
            .thenComparing(BasisUnit::key, Utf8.ORDER);

    /** Which unit it is, whose and where, as it was then. */
    public record Place(
            long unit,
            String key,
            String name,
            long organiser,
            String organiserKey,
            String organiserName,
            String organiserType,
            String county) {}

    /** The id of the unit. */
    public long unit() {
        return place.unit();
    }

    /** The key that people know the unit by. */
    public String key() {
        return place.key();
    }

    /** Whether a draw may choose it. */
    public boolean mayBeDrawn() {
        return excluded.isEmpty() && mayBeDrawn(need.isPresent(), verdict, conclusion);
    }

    /**
     * Whether a draw may choose a unit that is not excluded: what cannot be told is no reason to be drawn, and support is
     * for who needs it.
     */
    public static boolean mayBeDrawn(boolean hasIndex, Verdict verdict, Optional<Conclusion> conclusion) {
        return hasIndex
                && (verdict == Verdict.BEYOND || verdict == Verdict.NOT_ASKED)
                && conclusion.filter(told -> told == Conclusion.ON_ITS_OWN).isEmpty();
    }

    /** Whether a threshold on the needs index decides of it: it has one, and the round does not leave it out. */
    public boolean isDecidedByNeed() {
        return excluded.isEmpty() && need.isPresent();
    }

    /** Whether the assessors have agreed that it needs support. */
    public boolean needsSupport() {
        return excluded.isEmpty()
                && conclusion.filter(told -> told == Conclusion.WITH_SUPPORT).isPresent();
    }

    /** What it is matched by, within its school form. */
    public Profile profile() {
        return new Profile(key(), form, covariates);
    }
}
