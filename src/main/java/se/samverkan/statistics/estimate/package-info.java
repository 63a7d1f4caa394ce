/**
 * What figures can carry: estimates shrunk toward what is expected, their errors, and how sure one can be that a unit is
 * among those most in need. Pure computation, without database; other rooms may use it.
 *
 * <p>Rules, formulas and worked examples: docs/methods/estimate.md and rank-probabilities.md.
 */
@NamedInterface("estimate")
@NullMarked
package se.samverkan.statistics.estimate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
