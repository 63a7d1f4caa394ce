package se.samverkan.selection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samverkan.shared.Period;

/**
 * The door for the room that evaluates: which rounds have their places allotted, what was planned to be followed, and which units
 * were offered support and which they are compared with. An evaluator needs no duty in the round; what the choice was made of
 * stays inside, save what the plan lets the effect be told by: a threshold, and subgroups. What could be seen before a round has begun is asked by those who prepare it.
 */
public interface EvaluableRounds {

    /** How the places were allotted. */
    enum By {
        LOT,
        ASSESSMENT,
        THRESHOLD
    }

    /**
     * A round whose places are allotted.
     *
     * @param variant the key of the programme variant that it chose for
     * @param owner the agency or office that chose
     * @param form the school forms that places were for
     */
    record Known(
            long id, String name, String variant, String cohort, long owner, By by, Instant at, List<String> form) {}

    /** An indicator that was to be followed, and where it was expected to go: UP, DOWN or EITHER. */
    record Outcome(String indicator, String direction) {}

    /**
     * The analysis plan (föranmäld analysplan) that was locked when the places were allotted.
     *
     * @param checksum SHA-256, in hex
     * @param before the last period before the support
     * @param yearsAfter how many school years are followed after it
     * @param dose whether outcomes were to be set against how much support units received
     */
    record Plan(
            int version,
            String checksum,
            Instant lockedAt,
            List<Outcome> outcomes,
            Period before,
            int yearsAfter,
            String hypothesis,
            boolean dose) {}

    /**
     * A unit with a part in an allotment.
     *
     * @param unit its id
     * @param key what people know it by
     * @param organiser whose it was when the basis was frozen
     * @param match what it shares with the unit that it is compared with, and with no other
     * @param offered whether it was offered support
     * @param took whether it took part, or will: it was offered, and nobody has said that it left
     */
    record Placed(long unit, String key, long organiser, String form, String match, boolean offered, boolean took) {}

    /**
     * A division of the units that the plan names.
     *
     * @param by what divides them: ORGANISER, SIZE, NEED or RESULT
     * @param from the value from which a unit is in the upper one; empty where a kind divides
     * @param upper the ids of the units in the one
     * @param lower in the other; a unit whose value was not known is in neither
     */
    record Subgroup(String by, Optional<BigDecimal> from, Set<Long> upper, Set<Long> lower) {}

    /**
     * A threshold that decided.
     *
     * @param at the needs index from which, itself included, units were offered support
     * @param scores the index of every unit of which it decided, by its id
     */
    record Threshold(BigDecimal at, Map<Long, BigDecimal> scores) {}

    /**
     * An allotment.
     *
     * @param units those offered support, reserves that were taken in, and the units that they are compared with
     * @param candidates the ids of the other units of the list that were never offered support
     * @param subgroups the divisions of all of them that the plan names
     * @param threshold what decided, where a threshold did
     */
    record Allotment(
            Known round,
            Plan plan,
            List<Placed> units,
            List<Long> candidates,
            List<Subgroup> subgroups,
            Optional<Threshold> threshold) {}

    /**
     * A round that is being prepared.
     *
     * @param places by school form
     * @param plan the newest plan, where one is locked
     * @param indicators what its criteria are set on
     */
    record Prospect(
            long id, String name, List<Places> places, Optional<Plan> plan, List<String> indicators, Period lastYear) {}

    /** How many places there are in a school form. */
    record Places(String form, int places) {}

    /** The rounds that the actor may evaluate, the newest first. */
    List<Known> all();

    /**
     * What was allotted in one of them.
     *
     * @throws se.samverkan.shared.Refusal when there is none that the actor may evaluate
     */
    Allotment allotment(long round);

    /**
     * A round that the actor has a duty in.
     *
     * @throws se.samverkan.shared.Refusal when there is none
     */
    Prospect prospect(long round);
}
