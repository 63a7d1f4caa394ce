package se.samverkan.shared.page;

/**
 * A step on the way from the start page to this one.
 *
 * @param label what the step is called
 * @param href where it leads
 */
public record Crumb(String label, String href) {}
