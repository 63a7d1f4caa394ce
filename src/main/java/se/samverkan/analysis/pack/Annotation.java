package se.samverkan.analysis.pack;

import java.time.Instant;
import se.samverkan.access.Names.PersonName;

/**
 * What somebody has written beside a series, or about the whole pack.
 *
 * @param version what a change names as the version it saw
 */
public record Annotation(String line, String words, int version, PersonName by, Instant at) {

    /** The line that stands for the whole pack. */
    public static final String WHOLE = "all";
}
