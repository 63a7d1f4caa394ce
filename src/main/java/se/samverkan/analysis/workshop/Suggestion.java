package se.samverkan.analysis.workshop;

import java.time.Instant;
import se.samverkan.access.Names.PersonName;

/**
 * A kind of intervention that could meet a cause.
 *
 * @param what the kind of intervention, in a sentence
 * @param words why it would meet the cause, and what is not known
 * @param source where that can be read; may be empty
 * @param mine whether the reader said it
 */
public record Suggestion(
        long id,
        long cause,
        String what,
        EvidenceBase base,
        String words,
        String source,
        PersonName by,
        Instant at,
        boolean mine) {}
