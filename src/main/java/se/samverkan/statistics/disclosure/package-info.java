/**
 * What a table may show of few: which cells are masked (prickning), and between which bounds whoever reads the table can then know
 * each of them. Pure computation, without database; other rooms may use it.
 *
 * <p>Rules, formulas and worked examples: docs/methods/disclosure.md.
 */
@NamedInterface("disclosure")
@NullMarked
package se.samverkan.statistics.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
