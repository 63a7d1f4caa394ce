package se.samverkan.selection.allotment;

import java.util.OptionalDouble;
import se.samverkan.selection.candidate.BasisUnit;

/**
 * What a unit was allotted.
 *
 * @param unit the unit as its basis froze it
 * @param position the number of its pair, or its place among the reserves; the same for an offered unit and its comparison unit
 * @param part what it is
 * @param stratum what it was drawn or matched within
 * @param distance how far it is from the unit that it is compared with, where it was matched
 */
public record Allotted(BasisUnit unit, int position, Part part, String stratum, OptionalDouble distance) {

    /** What a unit is in an allotment. */
    public enum Part {
        OFFERED,
        COMPARISON,
        /** Is offered support if somebody declines, in order. */
        RESERVE,
        /** The comparison unit of a reserve. */
        RESERVE_COMPARISON;

        boolean isCompared() {
            return this == COMPARISON || this == RESERVE_COMPARISON;
        }
    }
}
