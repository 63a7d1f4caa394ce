package se.samverkan.shared;

/**
 * That something was made because of a record of a room above, as the form that it was made in says: told in the transaction of the
 * deed, so that the record can keep what it led to. Whoever listens checks that the actor may say so.
 *
 * @param origin the path of the record's page
 * @param kind what was made: AMENDMENT, ASSIGNMENT or COMMISSION
 * @param words what it is called
 * @param address the path of what was made
 */
public record CameOf(String origin, String kind, String words, String address) {}
