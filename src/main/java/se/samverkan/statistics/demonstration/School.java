package se.samverkan.statistics.demonstration;

import java.util.List;

/**
 * An invented school or preschool: who it is, and what lies behind its figures, which nobody publishes.
 *
 * @param number its number among all units
 * @param key what stands in its address
 * @param kind what it is
 * @param name its name
 * @param owner its organiser
 * @param firstGrade its first grade, for a compulsory school
 * @param size how many pupils there are in a grade or on a programme, or children in all, in an ordinary year
 * @param education the mean of the parents' education, from 1 to 3
 * @param newlyArrived the share of newly arrived pupils
 * @param quality what the school adds or takes away, in points of merit rating
 * @param drift how its quality changes each year
 * @param licensed the share of licensed teachers
 * @param publishesNothing whether it is an international school whose every figure is a full stop
 * @param needsNoLicence whether its teachers need none
 * @param programmes the codes of its programmes, for an upper secondary school
 */
record School(
        long number,
        String key,
        Kind kind,
        String name,
        Owner owner,
        int firstGrade,
        double size,
        double education,
        double newlyArrived,
        double quality,
        double drift,
        double licensed,
        boolean publishesNothing,
        boolean needsNoLicence,
        List<String> programmes) {

    enum Kind {
        COMPULSORY,
        UPPER_SECONDARY,
        PRESCHOOL
    }
}
