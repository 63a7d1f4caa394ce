/** The programme's forms in a case: answered by each unit, adopted, and drawn up as documents. It stands on {@code course}. */
@NullMarked
package se.samverkan.partnership.form;

import org.jspecify.annotations.NullMarked;
