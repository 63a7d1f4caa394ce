package se.samverkan.records.retention;

import org.jspecify.annotations.Nullable;

/**
 * How long a kind is kept.
 *
 * @param kind the kind
 * @param years so many years after it came to rest, or null for ever
 * @param reason why
 * @param legalGround by what law or decision
 * @param version as it was read
 */
record RetentionRule(String kind, @Nullable Integer years, String reason, String legalGround, int version) {}
