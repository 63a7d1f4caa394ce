package se.samverkan.analysis.chain;

import java.util.Arrays;
import java.util.List;

/** What a part of an analysis is, and what it can stand under: the chain from evidence to development area. */
public enum PartKind {
    /** Something that shows how it is. */
    EVIDENCE,
    /** What works well. */
    STRENGTH,
    PROBLEM,
    /** What a problem, or another cause, is due to. */
    CAUSE,
    /** What is to be developed; has a number that is never used again. */
    AREA;

    /** Whether a part of this kind can stand under one of that. */
    public boolean standsUnder(PartKind upper) {
        return switch (this) {
            case EVIDENCE -> upper == PROBLEM || upper == STRENGTH || upper == CAUSE;
            case CAUSE -> upper == PROBLEM || upper == CAUSE;
            case AREA -> upper == CAUSE || upper == STRENGTH;
            case PROBLEM, STRENGTH -> false;
        };
    }

    /** What can stand under a part of this kind, in the order in which one asks for it. */
    public List<PartKind> below() {
        return Arrays.stream(values()).filter(kind -> kind.standsUnder(this)).toList();
    }
}
