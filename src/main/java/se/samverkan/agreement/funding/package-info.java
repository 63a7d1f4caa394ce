/** The money of a partnership: what was decided, asked for, paid, accounted for and paid back, exact to the öre. */
@NullMarked
package se.samverkan.agreement.funding;

import org.jspecify.annotations.NullMarked;
