/**
 * What a round leaves to those who evaluate: its tables and their code book. It reads {@code round}, {@code method},
 * {@code candidate}, {@code allotment} and {@code decision}; nothing stands on it.
 */
@NullMarked
package se.samverkan.selection.research;

import org.jspecify.annotations.NullMarked;
