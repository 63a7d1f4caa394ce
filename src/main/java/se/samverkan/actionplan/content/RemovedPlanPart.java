package se.samverkan.actionplan.content;

import java.time.Instant;

/**
 * A part that was removed and can still be taken back.
 *
 * @param until when it no longer can
 */
public record RemovedPlanPart(long id, PlanPartKind kind, String title, Instant until) {}
