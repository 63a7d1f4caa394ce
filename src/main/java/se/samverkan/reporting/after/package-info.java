/** The years after the closing of a partnership: the published figures of its units, and light questions to them. */
@NullMarked
package se.samverkan.reporting.after;

import org.jspecify.annotations.NullMarked;
