/**
 * How a case is closed: what remains before, what lives on and who owns it, the decision with what can be learned, and the
 * package for the archive. It stands on {@code course} and {@code staffing}; the page of the case stands on it.
 */
@NullMarked
package se.samverkan.partnership.closing;

import org.jspecify.annotations.NullMarked;
