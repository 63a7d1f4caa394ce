package se.samverkan.records.signature;

import java.time.Instant;

/**
 * A signed document with the organisation's seal (PAdES). A seal says which organisation keeps the document and that
 * nobody has changed it; it is not a person's signature.
 *
 * @param content the PDF
 * @param report what its validation found, as XML after ETSI's model
 */
public record SealedDocument(byte[] content, String report, Instant at) {}
