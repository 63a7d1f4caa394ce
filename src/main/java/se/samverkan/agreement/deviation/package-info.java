/** Deviations (avsteg) from an agreement or a funding decision: told by one party, answered by the other. */
@NullMarked
package se.samverkan.agreement.deviation;

import org.jspecify.annotations.NullMarked;
