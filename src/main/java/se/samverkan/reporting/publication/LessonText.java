package se.samverkan.reporting.publication;

/**
 * A lesson as it stood when it was chosen to be published.
 *
 * @param cause for which cause
 * @param tried what was tried
 * @param seen what was seen of it
 * @param again what they would do again, and what not
 */
public record LessonText(String cause, String tried, String seen, String again) {}
