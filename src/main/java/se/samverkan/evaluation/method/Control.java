package se.samverkan.evaluation.method;

/** With whom a group that starts is compared. */
public enum Control {
    /** Units that do not start within the panel. */
    NEVER,
    /** Those, and units that have not started yet in the period that is compared. */
    NOTYET
}
