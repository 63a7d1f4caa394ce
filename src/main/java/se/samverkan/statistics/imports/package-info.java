/**
 * Files on their way in: read whatever their encoding, recognised by what stands in them, checked row by row, and taken
 * in whole or not at all, with a receipt.
 *
 * <p>Adding a layout is one class here that implements {@link se.samverkan.statistics.imports.Layout}.
 */
@NullMarked
package se.samverkan.statistics.imports;

import org.jspecify.annotations.NullMarked;
