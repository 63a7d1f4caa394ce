/**
 * What two assessors think of a candidate, each alone, and the line that they agree on. It stands on {@code round} and
 * {@code candidate}.
 */
@NullMarked
package se.samverkan.selection.assessment;

import org.jspecify.annotations.NullMarked;
