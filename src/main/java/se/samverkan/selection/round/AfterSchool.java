package se.samverkan.selection.round;

import java.util.Set;
import se.samverkan.organisation.UnitView;

/**
 * After-school centres (fritidshem) as something a round has places in. They are no school form and the school unit register
 * does not list them, so a round counts the units at which they are run: those whose pupils are to be offered one by chapter
 * 14 of the Education Act (skollagen 2010:800), of preschool class and of compulsory school and its sisters.
 */
public final class AfterSchool {

    /** What stands in the place of a school form. */
    public static final String CENTRE = "AFTER_SCHOOL_CENTRE";

    static final Set<String> RUN_AT = Set.of("PRESCHOOL_CLASS", "COMPULSORY", "ADAPTED_COMPULSORY", "SPECIAL", "SAMI");

    private AfterSchool() {}

    /** Whether a unit belongs to what a round has places in: a school form of its own, or an after-school centre run there. */
    static boolean isAt(UnitView unit, String form) {
        return form.equals(CENTRE) ? RUN_AT.stream().anyMatch(unit::has) : unit.has(form);
    }
}
