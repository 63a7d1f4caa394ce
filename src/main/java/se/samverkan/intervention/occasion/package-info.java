/** The detailed plan of a commission: its occasions, proposed by one side and agreed to by the other, version by version. */
@NullMarked
package se.samverkan.intervention.occasion;

import org.jspecify.annotations.NullMarked;
