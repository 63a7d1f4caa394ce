package se.samverkan.statistics.estimate;

/**
 * What is believed of one unit, and how surely.
 *
 * @param id of the unit
 * @param estimate in the unit of the figures that it is made of
 * @param se its standard error, in the same unit, at least 0
 */
public record Estimate(String id, double estimate, double se) {}
