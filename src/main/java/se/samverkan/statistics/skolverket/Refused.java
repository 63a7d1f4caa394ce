package se.samverkan.statistics.skolverket;

/**
 * Something that came and cannot be taken in.
 *
 * @param path the answer it stood in
 * @param field where in it
 * @param value what stood there
 * @param rule why not, as a key of the message files without {@code statistics.sync.rule.}
 */
record Refused(String path, String field, String value, String rule) {}
