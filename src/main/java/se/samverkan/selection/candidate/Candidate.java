package se.samverkan.selection.candidate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import se.samverkan.organisation.UnitView;
import se.samverkan.selection.candidate.Reading.Verdict;
import se.samverkan.selection.method.NeedsIndex;

/**
 * A unit in a round (kandidat) with what its figures can carry.
 *
 * @param unit the unit
 * @param readings what each criterion says of it, in the order of the criteria
 * @param need how great its need is held to be
 * @param flags what to mind when its figures are read
 */
public record Candidate(UnitView unit, List<Reading> readings, Need need, Set<Flag> flags) {

    /**
     * How great a need is held to be, on the scale of the needs index, where 0 is the mean of all units of the round.
     *
     * @param index the index; empty where no weighted criterion has a value
     * @param error its standard error; 0 where none of its figures carries a measure of chance
     * @param missing how many weighted criteria have no value, and were left out
     * @param among the probability of being among those most in need, 0 to 1; empty where there is no index, and
     *     worth nothing where the error is 0
     */
    public record Need(OptionalDouble index, double error, int missing, OptionalDouble among) {

        /** The index as the exact decimal that is frozen and drawn with. */
        public Optional<java.math.BigDecimal> exact() {
            return index.isEmpty() ? Optional.empty() : Optional.of(NeedsIndex.exact(index.getAsDouble()));
        }

        /** The probability where it can be told: drawn from a width of nothing it would say certainty. */
        public OptionalDouble chance() {
            return error > 0 ? among : OptionalDouble.empty();
        }

        /** How far chance reaches to either side, at 95 per cent. */
        double reach() {
            return 1.96 * error;
        }
    }

    /** What to mind when the figures of a unit are read. */
    public enum Flag {
        SMALL_COHORT,
        SPECIAL_SUPPORT,
        INTERNATIONAL,
        NEWLY_OPENED,
        MERGED,
        OLDER_THAN_WINDOW,
        PARTS_MISSING,
        COHORT_ASSUMED
    }

    Optional<Reading> reading(int number) {
        return readings.stream()
                .filter(reading -> reading.criterion().number() == number)
                .findFirst();
    }

    /** The readings that rest on the same figures together: an indicator often has both a threshold and a weight. */
    public List<List<Reading>> byFigures() {
        Map<List<Object>, List<Reading>> together = new LinkedHashMap<>();
        for (Reading reading : readings) {
            Criterion criterion = reading.criterion();
            together.computeIfAbsent(
                            List.of(criterion.indicator(), criterion.lastPeriod(), criterion.years()),
                            figures -> new ArrayList<>())
                    .add(reading);
        }
        return List.copyOf(together.values());
    }

    /**
     * Whether the unit meets the thresholds: beyond at least one of results, where the round has any, and at least one of
     * conditions, where it has any. What cannot be told is never taken for a no.
     */
    public Verdict verdict() {
        Verdict results = any(true);
        Verdict conditions = any(false);
        if (results == Verdict.NOT_BEYOND || conditions == Verdict.NOT_BEYOND) {
            return Verdict.NOT_BEYOND;
        }
        if (results == Verdict.CANNOT_TELL || conditions == Verdict.CANNOT_TELL) {
            return Verdict.CANNOT_TELL;
        }
        return results == Verdict.BEYOND || conditions == Verdict.BEYOND ? Verdict.BEYOND : Verdict.NOT_ASKED;
    }

    /** Whether it can be chosen as far as the thresholds say: what cannot be told is looked into. */
    public boolean comesIntoQuestion() {
        return verdict() != Verdict.NOT_BEYOND;
    }

    /** Small letters to find it by: its name, its municipality's and its organiser's. */
    public String names() {
        return (unit.name() + " " + unit.municipality().name() + " "
                        + unit.organiser().name())
                .toLowerCase(Locale.ROOT);
    }

    private Verdict any(boolean results) {
        List<Verdict> told = readings.stream()
                .filter(reading -> reading.criterion().kind().isResult() == results)
                .map(Reading::verdict)
                .filter(verdict -> verdict != Verdict.NOT_ASKED)
                .toList();
        if (told.isEmpty()) {
            return Verdict.NOT_ASKED;
        }
        if (told.contains(Verdict.BEYOND)) {
            return Verdict.BEYOND;
        }
        return told.contains(Verdict.CANNOT_TELL) ? Verdict.CANNOT_TELL : Verdict.NOT_BEYOND;
    }
}
