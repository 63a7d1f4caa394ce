/** The pages of offers, for those who make them and those who get them. It stands on {@code offer} and {@code cohort}. */
@NullMarked
package se.samverkan.partnership.offer.page;

import org.jspecify.annotations.NullMarked;
