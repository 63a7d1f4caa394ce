package se.samverkan.selection.allotment;

import java.util.function.Function;
import se.samverkan.selection.candidate.BasisUnit;

/** What a draw keeps apart besides the school form: pairs are formed within a group only. */
public enum Grouping {
    NONE(unit -> "ALL"),
    ORGANISER_TYPE(unit -> unit.place().organiserType()),
    COUNTY(unit -> unit.place().county());

    private final Function<BasisUnit, String> group;

    Grouping(Function<BasisUnit, String> group) {
        this.group = group;
    }

    /** The stratum of a unit, as it stands in the list: the school form, a slash and the group. */
    String stratum(BasisUnit unit) {
        return unit.form() + "/" + group.apply(unit).replace('|', '/');
    }
}
