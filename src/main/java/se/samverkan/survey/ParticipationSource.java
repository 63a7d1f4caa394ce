package se.samverkan.survey;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import se.samverkan.programme.variant.Text;

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
     * @param people the ids of those who took part; they are found on the unit's staff list by their mail addresses
     */
    record Participation(Text name, LocalDate day, Collection<Long> people) {}
}
