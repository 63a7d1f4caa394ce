package se.samverkan.records.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What guards a document beyond its case: a mark that warns, and a narrowing that shuts others out. Each says who, why and
 * until when.
 */
public record GuardView(Optional<Mark> mark, Optional<Narrowing> narrowing) {

    /**
     * A secrecy mark.
     *
     * @param provision the provision that may forbid it to be shown
     */
    public record Mark(String provision, String words, String by, Instant at) {}

    /**
     * Whom it has been narrowed to.
     *
     * @param until the last day; empty means until further notice
     * @param people those who still read it
     */
    public record Narrowing(String reason, Optional<LocalDate> until, String by, Instant at, List<String> people) {}
}
