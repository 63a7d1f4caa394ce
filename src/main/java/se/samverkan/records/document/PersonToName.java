package se.samverkan.records.document;

import java.util.List;

/**
 * Somebody whom a document can be opened to.
 *
 * @param roles their roles today
 * @param place where they are, empty where they are of no place
 */
public record PersonToName(long id, String name, List<String> roles, String place) {}
