/** The analysis of a unit and its chain: evidence, problems, causes asked down to a root, development areas; strengths too. */
@NamedInterface("chain")
@NullMarked
package se.samverkan.analysis.chain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
