/** Which plans are followed up, by whom and in which terms. It stands on no other part of the room. */
@NullMarked
package se.samverkan.followup.plan;

import org.jspecify.annotations.NullMarked;
