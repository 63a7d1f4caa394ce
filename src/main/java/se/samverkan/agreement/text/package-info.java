/** The text of an agreement: each party's own, what they hand to each other, how the two differ, and which one both accept. */
@NullMarked
package se.samverkan.agreement.text;

import org.jspecify.annotations.NullMarked;
