/** The money of a commission: the frame taken from a funding decision, and what has been invoiced of it. */
@NullMarked
package se.samverkan.intervention.settlement;

import org.jspecify.annotations.NullMarked;
