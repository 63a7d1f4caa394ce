/** Sums over many cases, from this room and all that add to it. It stands on nothing but the room's door. */
@NullMarked
package se.samverkan.partnership.tally;

import org.jspecify.annotations.NullMarked;
