package se.samverkan.selection.allotment;

import java.math.BigDecimal;
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

    /** Whether a unit is in the upper one; empty where its value was not known. */
    public Optional<Boolean> isUpper(BasisUnit unit) {
        return switch (by) {
            case ORGANISER -> Optional.of(unit.place().organiserType().equals(INDEPENDENT));
            case NEED -> unit.need().map(need -> need.compareTo(from.orElseThrow()) >= 0);
            case SIZE -> isOver(unit, Covariates.SIZE);
            case RESULT -> isOver(unit, Covariates.RESULT);
        };
    }

    private Optional<Boolean> isOver(BasisUnit unit, String covariate) {
        return Optional.ofNullable(unit.covariates().get(covariate))
                .map(value -> value >= from.orElseThrow().doubleValue());
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
