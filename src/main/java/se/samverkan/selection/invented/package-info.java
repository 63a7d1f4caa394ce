/**
 * The demonstration's rounds, told as people would, through the doors of {@code round}, {@code material},
 * {@code candidate}, {@code assessment}, {@code invitation}, {@code allotment} and {@code decision}. Nothing stands on
 * it.
 */
@NullMarked
package se.samverkan.selection.invented;

import org.jspecify.annotations.NullMarked;
