package se.samverkan.selection.allotment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.shared.Refusal;

/**
 * A division of the units in two subgroups (delgrupper), by what was frozen of them before anybody was chosen: the only ones in which
 * an evaluation may look for different effects.
 *
 * @param by what they are divided by
 * @param from the value from which, itself included, a unit is in the upper one; empty where a kind divides
 */
public record Subgroup(By by, Optional<BigDecimal> from) {

    /** What units can be divided by. */
    public enum By {
        /** Independent schools are the upper one, those of a municipality or the state the lower. */
        ORGANISER,
        /** Pupils in three years together. */
        SIZE,
        /** The needs index. */
        NEED,
        /** The results of three years together. */
        RESULT
    }

    private static final String INDEPENDENT = "INDEPENDENT";

    void check() {
        if ((by == By.ORGANISER) == from.isPresent()) {
            throw Refusal.rule(
                    by == By.ORGANISER ? "selection.refusal.subgroup-kind" : "selection.refusal.subgroup-from");
        }
    }

    /**
     * Whether some units that are compared with each other are in the upper one, by the mean of their values, so that a lot between them
     * cannot decide it; empty where a value was not known, or where they are of both kinds.
     *
     * @param units at least one
     */
    public Optional<Boolean> isUpper(List<BasisUnit> units) {
        List<Double> values =
                units.stream().flatMap(unit -> value(unit).stream()).toList();
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        boolean mixed = by == By.ORGANISER && values.stream().distinct().count() > 1;
        return values.size() < units.size() || mixed
                ? Optional.empty()
                : Optional.of(mean >= from.map(Number::doubleValue).orElse(1.0));
    }

    private Optional<Double> value(BasisUnit unit) {
        return switch (by) {
            case ORGANISER -> Optional.of(unit.place().organiserType().equals(INDEPENDENT) ? 1.0 : 0.0);
            case NEED -> unit.need().map(Number::doubleValue);
            case SIZE -> Optional.ofNullable(unit.covariates().get(Covariates.SIZE));
            case RESULT -> Optional.ofNullable(unit.covariates().get(Covariates.RESULT));
        };
    }

    String text() {
        return "subgroup\t" + by
                + from.map(value -> "\t" + value.toPlainString()).orElse("") + "\n";
    }

    static Subgroup read(String[] cells) {
        return new Subgroup(
                By.valueOf(cells[1]), cells.length < 3 ? Optional.empty() : Optional.of(new BigDecimal(cells[2])));
    }
}
