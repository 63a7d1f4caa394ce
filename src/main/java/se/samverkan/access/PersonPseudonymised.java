package se.samverkan.access;

/**
 * Somebody who has left is known by a number from now on; told within the transaction, so that what others keep of the
 * name goes at the same moment or not at all.
 *
 * @param person the id of the person
 */
public record PersonPseudonymised(long person) {}
