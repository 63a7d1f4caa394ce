/**
 * The demonstration's offers, as invented people make and answer them by the same doors as the pages. It stands on
 * {@code offer} and {@code cohort}.
 */
@NullMarked
package se.samverkan.partnership.invented;

import org.jspecify.annotations.NullMarked;
