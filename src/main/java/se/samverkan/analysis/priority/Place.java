package se.samverkan.analysis.priority;

/**
 * The place that an area was given.
 *
 * @param reason why, in words; empty where nobody has said
 */
public record Place(long area, int place, String reason) {}
