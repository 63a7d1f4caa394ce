package se.samverkan.survey;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Who took part in what, as another room keeps it: the attendance of a meeting. This room makes shares by work team of it and
 * keeps nothing of who; whoever implements it answers only with what the actor of the moment may know.
 */
public interface ParticipationSource {

    /** The steps of a partnership in which staff of a unit took part, in any order. */
    List<Participation> of(long partnership, long unit);

    /**
     * One step.
     *
     * @param name what it is called
     * @param addresses the mail addresses of those who took part, as they stand on the unit's staff list
     */
    record Participation(String name, LocalDate day, Collection<String> addresses) {}
}
