/** Visible signs and what people have seen of them, signed in or by the unit's code. It stands on {@code plan}. */
@NullMarked
package se.samverkan.followup.sign;

import org.jspecify.annotations.NullMarked;
