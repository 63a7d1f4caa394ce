package se.samverkan.partnership;

import java.util.List;

/** The door to what many cases tell at once: for a list of all of them, in few questions however many there are. */
public interface CasePulses {

    /** Those that the actor knows of and in which something may still happen, by the organiser's name as a Swede sorts. */
    List<CasePulse> live();
}
