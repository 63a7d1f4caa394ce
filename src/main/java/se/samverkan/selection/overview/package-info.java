/**
 * The pages that show a round across its parts: the list of rounds, the steps of each and how far it has come, and what
 * was allotted with whether it is decided. It stands on {@code round}, {@code candidate}, {@code invitation},
 * {@code allotment} and {@code decision}; nothing stands on it.
 */
@NullMarked
package se.samverkan.selection.overview;

import org.jspecify.annotations.NullMarked;
