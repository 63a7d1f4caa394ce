package se.samverkan.shared;

/**
 * A detail of a sentence that is itself words of the message files, such as where something stands: it is said in the language
 * of whoever reads the sentence.
 *
 * @param key the key of the words
 */
public record Worded(String key) {}
