package se.samverkan.notice;

/** How soon somebody is told by mail. */
public enum Urgency {
    /** At once, whatever the person has chosen: something waits for this very person. */
    MUST_ACT,
    /** In the next daily digest, at the person's own hour, unless the person wants none. */
    DIGEST
}
