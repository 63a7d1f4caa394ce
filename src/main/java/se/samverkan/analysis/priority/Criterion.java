package se.samverkan.analysis.priority;

/** What areas are scored by, as a sentence that a high score agrees with. */
public record Criterion(long id, String name) {}
