package se.samverkan.followup.goal;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A point that somebody sees stands out from all the others (an astronomical point).
 *
 * @param day the day of the point in its series
 * @param words why
 * @param by what whoever marked it is called
 */
public record MarkedPoint(long id, long goal, LocalDate day, String words, String by, Instant at) {}
