/**
 * A plan in time: what goes on in which term, and what happens on which day, with meetings and holidays. It stands on
 * {@code content}.
 */
@NullMarked
package se.samverkan.actionplan.year;

import org.jspecify.annotations.NullMarked;
