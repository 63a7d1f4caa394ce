/** The demonstration's part: what two providers offer, what a school has learned, and what it chose for a cause. */
@NullMarked
package se.samverkan.intervention.invented;

import org.jspecify.annotations.NullMarked;
