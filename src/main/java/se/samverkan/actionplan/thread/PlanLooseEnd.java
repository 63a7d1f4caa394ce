package se.samverkan.actionplan.thread;

import java.util.List;

/**
 * Something loose in a plan.
 *
 * @param part the id of the part that it is about; 0 where it is the plan itself
 * @param details what is put into its sentence
 * @param path where it is put right
 */
public record PlanLooseEnd(Rule rule, long part, List<Object> details, String path) {

    /** What makes it loose. */
    public enum Rule {
        AREA_WITHOUT_GOAL,
        GOAL_WITHOUT_SIGN,
        CAUSE_WITHOUT_INTERVENTION,
        INTERVENTION_WITHOUT_CAUSE,
        INTERVENTION_WITHOUT_MONDAY,
        NOBODY_RESPONSIBLE,
        RESPONSIBLE_LEFT,
        ALL_ON_ONE,
        TOO_MANY_HOURS,
        BEFORE_WHAT_COMES_FIRST,
        AREA_WITHOUT_FOLLOW_UP,
        COLLISION
    }
}
