package se.samverkan.actionplan;

/**
 * A version of a plan holds from now on; told inside the transaction of the decision, as the one who decided.
 *
 * @param plan the id of the plan, for {@link HoldingPlans}
 */
public record PlanDecided(long plan) {}
