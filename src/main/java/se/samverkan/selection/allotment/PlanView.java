package se.samverkan.selection.allotment;

import java.time.Instant;

/**
 * A version of a round's pre-analysis plan (föranmäld analysplan).
 *
 * @param version from 1
 * @param draft what it says
 * @param text the text that the checksum is made of
 * @param checksum SHA-256, in hex
 * @param reason why it was changed; empty in the first
 * @param by who wrote it
 * @param at when it was locked
 * @param late whether the places were already allotted then
 */
public record PlanView(
        int version,
        PlanDraft draft,
        String text,
        String checksum,
        String reason,
        String by,
        Instant at,
        boolean late) {}
