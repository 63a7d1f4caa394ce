package se.samverkan.actionplan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.Period;

/** The interventions of the plans of a partnership that hold: decided by their units and by the organiser. */
public interface PlannedInterventions {

    /** Those of the newest version that holds of each plan that the actor reads; the organiser's own level first. */
    List<PlannedIntervention> ofPartnership(long partnership);

    /**
     * A planned intervention.
     *
     * @param id the id that it keeps through all versions of the plan
     * @param unit the id of the unit; none for the organiser's own level
     * @param number its number in the plan, never used again
     * @param area the area that it belongs to
     * @param cause the cause that it answers; empty where it answers none
     * @param monday who does what differently; may be empty
     * @param provider who gives it; empty where it is the own staff
     * @param responsible the role that is responsible; may be empty
     * @param cost what it costs in kronor in all, where that is said
     */
    record PlannedIntervention(
            long id,
            @Nullable Long unit,
            String unitName,
            int number,
            String title,
            String area,
            String cause,
            String monday,
            String provider,
            String responsible,
            Optional<Period> first,
            Optional<Period> last,
            Optional<Double> cost) {}
}
