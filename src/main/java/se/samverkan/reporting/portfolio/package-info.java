/** The portfolio: every partnership that one knows of in one list, its filters kept as views, and early warnings. */
@NullMarked
package se.samverkan.reporting.portfolio;

import org.jspecify.annotations.NullMarked;
