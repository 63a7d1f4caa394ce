package se.samverkan.records.signature;

/**
 * What proves a signature.
 *
 * @param content what the service gave, or the scanned paper
 * @param type its media type
 */
public record Proof(byte[] content, String type) {}
