/**
 * Organisers are told the rules before a draw and propose which of their units to leave out; with the round's own page
 * of exclusions, where such proposals are answered. It stands on {@code round}, {@code material} and {@code candidate}.
 */
@NullMarked
package se.samverkan.selection.invitation;

import org.jspecify.annotations.NullMarked;
