package se.samverkan.intervention.occasion;

import java.time.Instant;

/**
 * That somebody leads two occasions at once. It warns and forbids nothing: one of them may be about to move.
 *
 * @param occasion the occasion that was looked at
 * @param title what the other one is called
 * @param starts when the other one begins
 */
public record Clash(long occasion, String leader, String title, Instant starts) {}
