/** The money of a partnership: what was decided, asked for, paid, accounted for and paid back, exact to the öre. */
@NamedInterface("funding")
@NullMarked
package se.samverkan.agreement.funding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
