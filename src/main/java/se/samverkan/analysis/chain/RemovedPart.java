package se.samverkan.analysis.chain;

import java.time.Instant;

/**
 * A part that was removed and can still be taken back.
 *
 * @param until when it no longer can
 */
public record RemovedPart(long id, PartKind kind, String title, Instant removedAt, Instant until) {}
