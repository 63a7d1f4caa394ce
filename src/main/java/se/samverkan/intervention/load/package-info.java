/** How much providers and those who lead have to do, term by term, and who is to be at two places at once. */
@NullMarked
package se.samverkan.intervention.load;

import org.jspecify.annotations.NullMarked;
