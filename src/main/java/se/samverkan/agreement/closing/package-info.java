/** What the agreement says of whether a partnership can be closed. */
@NullMarked
package se.samverkan.agreement.closing;

import org.jspecify.annotations.NullMarked;
