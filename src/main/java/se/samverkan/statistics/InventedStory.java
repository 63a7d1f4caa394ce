package se.samverkan.statistics;

/**
 * What people of the demonstration have done in a room above this one: each room that people work in tells its part, by
 * its own doors, once the invented figures are there. Declared here, since here it is known when that is.
 */
public interface InventedStory {

    /** What the part is called among the steps of the demonstration; never used again for another. */
    String step();

    /** The role of the invented person who does it. */
    se.samverkan.access.Role teller();

    /** Which of those who play the role, from 0; there are two assessors. */
    default int number() {
        return 0;
    }

    /** Does it, as that person, in one transaction. */
    void tell();
}
