/**
 * The methods of choosing, in plain Java without database or Spring: needs index, draw, matching and balance. It stands
 * on no other part, and the command {@code draw} starts only this. Rules, formulas and worked examples are in
 * docs/methods.
 */
@NamedInterface("method")
@NullMarked
package se.samverkan.selection.method;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
