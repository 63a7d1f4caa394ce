/** The programme's guiding questions to an analysis, and what has been answered. It stands on {@code chain}. */
@NullMarked
package se.samverkan.analysis.guide;

import org.jspecify.annotations.NullMarked;
