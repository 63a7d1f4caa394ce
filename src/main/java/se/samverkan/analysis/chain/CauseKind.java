package se.samverkan.analysis.chain;

/** What a cause is about. */
public enum CauseKind {
    /** How the work is organised. */
    ORGANISATION,
    /** How teaching is done. */
    TEACHING,
    /** How the levels of decision follow up and analyse what they know. */
    FOLLOW_UP,
    /** Something else. */
    FREE
}
