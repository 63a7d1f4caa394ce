/**
 * Analyses as they were adopted: frozen, compared word by word with one another and with what is written now, and drawn up as
 * documents. It stands on {@code chain}, {@code guide} and {@code priority}.
 */
@NullMarked
package se.samverkan.analysis.version;

import org.jspecify.annotations.NullMarked;
