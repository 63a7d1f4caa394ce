package se.samverkan.shared.page;

/**
 * A choice in a list.
 *
 * @param value what the form sends
 * @param label what the person reads
 */
public record Option(String value, String label) {}
