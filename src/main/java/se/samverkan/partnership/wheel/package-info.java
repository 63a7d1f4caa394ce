/**
 * The yearly wheel (årshjul) of an organiser's own quality work: started for all its units at once under a variant that has
 * no other party, and shown month by month and unit by unit. It stands on {@code course}.
 */
@NullMarked
package se.samverkan.partnership.wheel;

import org.jspecify.annotations.NullMarked;
