package se.samverkan.programme.file;

import java.util.List;

/**
 * What the rest of the system knows, which a variant may name.
 *
 * @param roles the roles
 * @param schoolForms the codes of the forms of schooling
 */
public record Known(List<String> roles, List<String> schoolForms) {}
