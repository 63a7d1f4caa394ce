package se.samverkan.records.signature;

/**
 * Everybody has signed a document; told within the transaction of the last signature, once.
 *
 * @param request the request for signatures
 * @param subjectType the sort of record the document belongs to
 * @param subjectId its id within its sort
 * @param version which version was signed
 * @param checksum its SHA-256 in hexadecimal
 */
public record AllSigned(long request, String subjectType, String subjectId, int version, String checksum) {}
