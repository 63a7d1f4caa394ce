/** The demonstration's part. It stands on all the other parts of the room. */
@NullMarked
package se.samverkan.followup.invented;

import org.jspecify.annotations.NullMarked;
