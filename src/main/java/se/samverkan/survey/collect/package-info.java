/**
 * Surveys from the first draft to what they came to: drawn up from a ready set, answered without an account, summed up when
 * they are closed. It stands on {@code question}.
 */
@NullMarked
package se.samverkan.survey.collect;

import org.jspecify.annotations.NullMarked;
