/**
 * Figures of a unit's own, term by term: absence, screening, put together for a group and never of a pupil. It stands on
 * {@code chain}.
 */
@NullMarked
package se.samverkan.analysis.own;

import org.jspecify.annotations.NullMarked;
