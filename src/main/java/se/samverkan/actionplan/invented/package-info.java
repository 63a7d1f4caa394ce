/** The demonstration's part: a plan told in full. It stands on all the other parts of the room. */
@NullMarked
package se.samverkan.actionplan.invented;

import org.jspecify.annotations.NullMarked;
