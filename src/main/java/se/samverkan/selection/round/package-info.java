/**
 * The round and its people, and what every part of the room needs: who has which duty, what may still be changed, what
 * has been put beside the figures, and how free text is taken in. The lowest part; it stands on no other.
 */
@NullMarked
package se.samverkan.selection.round;

import org.jspecify.annotations.NullMarked;
