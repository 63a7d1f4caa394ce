package se.samverkan.analysis.own;

/** What a figure of one's own counts. */
public enum Measure {
    PERCENT,
    COUNT,
    MEAN
}
