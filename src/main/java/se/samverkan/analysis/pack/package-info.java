/**
 * The data pack of a unit: what its figures say and cannot say, with what the analyst and the unit have written beside them, as a
 * page for a meeting, as a document and as slides. It stands on {@code chain}.
 */
@NullMarked
package se.samverkan.analysis.pack;

import org.jspecify.annotations.NullMarked;
