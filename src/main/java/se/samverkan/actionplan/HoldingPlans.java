package se.samverkan.actionplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.Period;

/** The plans that hold, as they were decided by their units and by the organiser: what is followed up. */
public interface HoldingPlans {

    /** The newest version that holds of each plan of a partnership that the actor reads; the organiser's own level first. */
    List<HoldingPlan> ofPartnership(long partnership);

    /** The newest version of a plan that holds; empty where none does, or the actor does not read it. */
    Optional<HoldingPlan> of(long plan);

    /**
     * A plan that holds.
     *
     * @param version the number of the version that holds
     * @param since when the first version that held was decided
     */
    record HoldingPlan(
            long id,
            long partnership,
            long organiser,
            long unit,
            String unitName,
            Level level,
            int version,
            Instant since,
            List<HeldArea> areas) {

        /** The path of its page. */
        public String address() {
            return "/action-plans/" + id;
        }

        public List<HeldGoal> goals() {
            return areas.stream().flatMap(area -> area.goals().stream()).toList();
        }

        public Optional<HeldGoal> goal(long goal) {
            return goals().stream().filter(each -> each.id() == goal).findFirst();
        }

        public List<HeldIntervention> interventions() {
            return areas.stream().flatMap(area -> area.interventions().stream()).toList();
        }

        /** The path of the page of one of its parts. */
        public String part(long part) {
            return address() + "/parts/" + part;
        }
    }

    /** A development area: its problem, what is to come out of it, and what it is due to. */
    record HeldArea(
            long id,
            int number,
            String title,
            String problem,
            String effect,
            List<String> causes,
            List<HeldGoal> goals,
            List<HeldIntervention> interventions) {}

    /**
     * A goal with how it is measured. The id of a part is the same through all versions of its plan.
     *
     * @param indicator the code of the published indicator; empty where the goal has a scale of its own, or none
     * @param scale what an own scale counts; may be empty
     * @param better HIGHER or LOWER; may be empty
     * @param baseline where the unit began, frozen when the goal was written
     * @param baselinePeriod the period that a frozen baseline speaks of
     * @param baselineImport the number of the last import that was known when it was frozen
     * @param by the day on which it is to be reached
     */
    record HeldGoal(
            long id,
            String title,
            String indicator,
            String scale,
            String better,
            OptionalDouble baseline,
            Optional<Period> baselinePeriod,
            OptionalInt baselineImport,
            OptionalDouble target,
            Optional<LocalDate> by,
            List<HeldSign> signs) {}

    /** A visible sign that a goal is on its way: whose it is, and who sees it where and how. */
    record HeldSign(
            long id, String title, String whose, String seenBy, String where, String how, Optional<Period> term) {}

    /**
     * An intervention.
     *
     * @param number its number in the plan, never used again
     * @param cause the cause that it answers; may be empty
     * @param monday who does what differently
     * @param responsible the id of the person who is responsible
     * @param hours hours of the staff in all each term
     */
    record HeldIntervention(
            long id,
            int number,
            String title,
            String cause,
            String monday,
            OptionalLong responsible,
            Optional<Period> first,
            Optional<Period> last,
            OptionalDouble hours) {

        /** Whether it goes on in a term; what names no terms goes on in all. */
        public boolean goesOnIn(Period term) {
            return first.filter(each -> each.compareTo(term) > 0).isEmpty()
                    && last.filter(each -> each.compareTo(term) < 0).isEmpty();
        }
    }
}
