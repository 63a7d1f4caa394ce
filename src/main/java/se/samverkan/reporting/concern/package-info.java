/** Concerns about a partnership: raised, answered, escalated, closed; by whom, when, and what was done. */
@NullMarked
package se.samverkan.reporting.concern;

import org.jspecify.annotations.NullMarked;
