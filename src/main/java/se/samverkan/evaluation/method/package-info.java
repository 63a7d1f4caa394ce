/**
 * How an effect is told from chance: group-time effects where units start in different years, and pairs by lot. Pure
 * computation from a file, without database; the commands use it, and so may other rooms.
 *
 * <p>Rules, formulas and worked examples: docs/methods/group-time.md, pairs.md, holm.md and power.md.
 */
@NamedInterface("method")
@NullMarked
package se.samverkan.evaluation.method;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
