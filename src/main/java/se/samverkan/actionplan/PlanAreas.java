package se.samverkan.actionplan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The development areas of the action plans of a partnership that the actor reads, for rooms that meet their causes. */
public interface PlanAreas {

    /** The areas, plan by plan, in their order. */
    List<Area> ofPartnership(long partnership);

    /**
     * An area of a plan.
     *
     * @param unit the id of the unit whose plan it is; none for the organiser's own level
     */
    record Area(long id, long partnership, @Nullable Long unit, String name, List<Cause> causes) {}

    /**
     * A cause that the area is to do something about.
     *
     * @param kind what the cause is about, as the analysis says it
     */
    record Cause(long id, String text, String kind) {}
}
