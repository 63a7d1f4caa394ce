/**
 * Cohorts (omgångar): the organisers that start together, their common days, and where each of them stands. It stands on
 * {@code offer}.
 */
@NullMarked
package se.samverkan.partnership.cohort;

import org.jspecify.annotations.NullMarked;
