package se.samverkan.analysis.chain;

/** That one part stands under another. */
public record Link(long id, long upper, long lower) {}
