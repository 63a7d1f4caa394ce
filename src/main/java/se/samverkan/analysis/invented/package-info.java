/** The demonstration's analyses, as invented people make them by the same doors as the pages. */
@NullMarked
package se.samverkan.analysis.invented;

import org.jspecify.annotations.NullMarked;
