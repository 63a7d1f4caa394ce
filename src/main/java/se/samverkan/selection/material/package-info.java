/**
 * What is put beside the figures before candidates are listed: exclusions, and the Inspectorate's notes. It stands on
 * {@code round}; the page of exclusions is in {@code invitation}, since it also shows what organisers have proposed.
 */
@NullMarked
package se.samverkan.selection.material;

import org.jspecify.annotations.NullMarked;
