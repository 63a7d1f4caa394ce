/** Evidence that is chosen from what other rooms hold: surveys, idea rounds, meetings, documents. It stands on {@code chain}. */
@NullMarked
package se.samverkan.analysis.source;

import org.jspecify.annotations.NullMarked;
