package se.samverkan.analysis.pack;

import java.time.Instant;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;
import se.samverkan.records.mark.MarkView;
import se.samverkan.shared.page.Words;

/**
 * What somebody has written beside a series, or about the whole pack.
 *
 * @param words what it says; empty where it is shut to the reader
 * @param version what a change names as the version it saw
 * @param mark the secrecy mark on it, where one stands
 */
public record Annotation(
        long id, String line, String words, int version, PersonName by, Instant at, Optional<MarkView> mark) {

    /** The line that stands for the whole pack. */
    public static final String WHOLE = "all";

    /** What annotations are called among all that can be marked. */
    public static final String KIND = "data-pack-annotation";

    Annotation by(PersonName person) {
        return new Annotation(id, line, words, version, person, at, mark);
    }

    Annotation marked(Optional<MarkView> standing) {
        return new Annotation(id, line, words, version, by, at, standing);
    }

    /** As it is drawn up: a file goes further than its reader, so of what is marked only that it is. */
    String drawn(Words language) {
        return mark.map(each -> language.text("records.mark.left-out", each.provision()))
                .orElse(words);
    }

    boolean isThere() {
        return !words.isEmpty() || mark.isPresent();
    }
}
