/** What in the catalogues could meet a cause or an area, and why; what people chose of it, with their reasons. */
@NullMarked
package se.samverkan.intervention.matching;

import org.jspecify.annotations.NullMarked;
