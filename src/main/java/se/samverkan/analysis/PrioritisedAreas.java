package se.samverkan.analysis;

import java.util.List;

/** The door to what an analysis came to: the areas that were put first, in the order that was decided, with what they rest on. */
public interface PrioritisedAreas {

    /** The areas of a unit's analysis in their decided order; none where the actor does not read it or no order is decided. */
    List<PrioritisedArea> of(long partnership, long unit);

    /** The ids of the same areas, asked cheaply. */
    List<Long> order(long partnership, long unit);

    /**
     * An area with a place in the decided order.
     *
     * @param id the id of the area in its analysis
     * @param reason why it has its place; may be empty
     * @param problems what it is to do something about
     * @param evidence what shows that
     * @param causes what it is due to, the nearest last
     */
    record PrioritisedArea(
            long id,
            String title,
            String words,
            String reason,
            List<String> problems,
            List<String> evidence,
            List<GroundCause> causes) {}

    /**
     * A cause above an area.
     *
     * @param kind what it is about: ORGANISATION, TEACHING, FOLLOW_UP or FREE
     */
    record GroundCause(long id, String text, String kind) {}
}
