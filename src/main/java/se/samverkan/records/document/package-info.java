/**
 * Official documents (decisions, agreements, plans, reports) as PDF and Word. A room says what the document holds, in plain
 * text; how it looks, and that everyone can read it, is the same for all and is held here. Why so: docs/adr on documents.
 */
@NamedInterface("document")
@NullMarked
package se.samverkan.records.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
