package se.samverkan.partnership;

import java.util.List;
import java.util.Optional;

/** The door to partnerships: those that the actor knows of, and no sign of the others. */
public interface Partnerships {

    /** A partnership by its id; empty where the actor does not know of one. */
    Optional<PartnershipView> find(long id);

    /** Those that the actor knows of and in which something may still happen, by the organiser's name as a Swede sorts. */
    List<PartnershipView> live();

    /** Those that began and have ended, come all the way or broken off, by the organiser's name; as far as the actor knows of them. */
    List<PartnershipView> ended();

    /** Those of a cohort, by the organiser's name as a Swede sorts; as far as the actor knows of them. */
    List<PartnershipView> ofCohort(long cohort);

    /** Those in which a unit takes part or has taken part, the newest first; as far as the actor knows of them. */
    List<PartnershipView> ofUnit(long unit);
}
