/**
 * Which development areas come first: criteria of one's own, each scores alone, the spread is shown, then an order is decided
 * with reasons and stands. It stands on {@code chain}.
 */
@NullMarked
package se.samverkan.analysis.priority;

import org.jspecify.annotations.NullMarked;
