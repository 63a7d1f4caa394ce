/** Meetings of those who have told of the same cause: a facilitator gathers them from lessons, and they answer. */
@NullMarked
package se.samverkan.intervention.network;

import org.jspecify.annotations.NullMarked;
