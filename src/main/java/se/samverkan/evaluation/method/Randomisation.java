package se.samverkan.evaluation.method;

/**
 * What came of flipping the lot.
 *
 * @param p the probability of a difference as great as this one, in either direction, had the offer done nothing
 * @param draws how many ways were tried
 * @param exact whether those were all
 */
public record Randomisation(double p, int draws, boolean exact) {}
