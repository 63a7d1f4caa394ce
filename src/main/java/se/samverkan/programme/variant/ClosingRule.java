package se.samverkan.programme.variant;

/**
 * Something that must be true before a partnership is completed. Which conditions there are the later rooms say; a variant
 * names those that it asks for.
 *
 * @param condition the condition's key
 * @param why what it is for
 * @param waivable whether the one who decides may close all the same, with a reason
 */
public record ClosingRule(String condition, Text why, boolean waivable) {}
