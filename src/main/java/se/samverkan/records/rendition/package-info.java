/**
 * What official documents (decisions, agreements, plans, reports) look like as PDF and Word. A room says what one holds, in
 * plain text; how it looks, and that everyone can read it, is the same for all and is held here. Why so: docs/adr on documents.
 */
@NamedInterface("rendition")
@NullMarked
package se.samverkan.records.rendition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
