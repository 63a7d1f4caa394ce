/** What became of a commission: occasions held and cancelled, who came, and how much of it reached whom. */
@NullMarked
package se.samverkan.intervention.delivery;

import org.jspecify.annotations.NullMarked;
