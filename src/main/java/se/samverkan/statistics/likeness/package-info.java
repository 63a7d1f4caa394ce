/**
 * Similar units: which twenty are nearest, and what their figures span. Computed in bulk when figures have changed; the
 * rule with its formula is in docs/methods/similar-units.md.
 */
@NullMarked
package se.samverkan.statistics.likeness;

import org.jspecify.annotations.NullMarked;
