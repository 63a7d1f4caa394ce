/** What other pages show of the follow-up: the case, the to-do list. It stands on the other parts of the room. */
@NullMarked
package se.samverkan.followup.page;

import org.jspecify.annotations.NullMarked;
