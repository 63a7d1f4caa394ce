package se.samverkan.programme.variant;

/**
 * An extra question to a plan, such as a university's conditions for improvement to take hold.
 *
 * @param source who says so; empty text where nobody is named
 */
public record PlanCheck(String key, Text question, Text why, Text source) {}
