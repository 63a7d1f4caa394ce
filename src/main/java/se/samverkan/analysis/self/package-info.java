/**
 * How a unit judges itself by criteria of its own, term by term: to see where it is going, and never to be held against others. It
 * stands on {@code chain}.
 */
@NullMarked
package se.samverkan.analysis.self;

import org.jspecify.annotations.NullMarked;
