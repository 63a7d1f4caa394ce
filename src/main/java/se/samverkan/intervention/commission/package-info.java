/** Commissions to providers: given for units and their areas, accepted, declined or countered with reason and date, and withdrawn from. */
@NullMarked
package se.samverkan.intervention.commission;

import org.jspecify.annotations.NullMarked;
