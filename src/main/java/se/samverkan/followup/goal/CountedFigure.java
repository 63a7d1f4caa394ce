package se.samverkan.followup.goal;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * A figure that the unit has counted itself for a goal.
 *
 * @param n how many it is counted among, where somebody has said
 * @param words more about it; may be empty
 */
public record CountedFigure(long id, long goal, LocalDate day, double value, OptionalInt n, String words) {}
