package se.samverkan.programme.variant;

/**
 * What is different for a form of schooling.
 *
 * @param form the form's code
 * @param grades whether pupils are given grades, so that results can be asked for
 * @param note what everybody should know about it
 */
public record SchoolFormRule(String form, boolean grades, Text note) {}
