/** The pulse of many cases at once: what lists of them are told from. It stands on {@code course}. */
@NullMarked
package se.samverkan.partnership.pulse;

import org.jspecify.annotations.NullMarked;
