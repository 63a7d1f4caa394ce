/** The checkpoint of a term: what was seen, where goals and interventions stand, what the group makes of it. It stands on {@code plan}, {@code sign} and {@code goal}. */
@NullMarked
package se.samverkan.followup.checkpoint;

import org.jspecify.annotations.NullMarked;
