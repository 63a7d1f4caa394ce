/** The demonstration's evaluation, told through the door of {@code run}. Nothing stands on it. */
@NullMarked
package se.samverkan.evaluation.invented;

import org.jspecify.annotations.NullMarked;
