package se.samverkan.selection;

/**
 * Tells a round whether support has been offered to anybody on the strength of it. Declared here and implemented where
 * offers live: places are allotted and comparison units fixed before the first offer, or not at all.
 */
public interface OfferWatch {

    /** Whether any offer has been made for a round. */
    boolean hasOffers(long round);
}
