package se.samverkan.programme.variant;

/**
 * How often it is looked at whether something changed.
 *
 * @param checkpointTerms a checkpoint (avstämning) every so many terms
 * @param reportTerms an interim report every so many terms
 * @param yearsAfter how many years after the closing the figures are still watched
 */
public record FollowUp(int checkpointTerms, int reportTerms, int yearsAfter) {}
