package se.samverkan.analysis.chain;

import java.util.Optional;

/**
 * A part of an analysis.
 *
 * @param number the number of an area; 0 for any other part
 * @param sort which sort of evidence or cause it is; empty for other parts
 * @param level at which level a cause is to be changed; empty where nobody has said
 * @param heard who was heard by evidence; empty where nobody was
 * @param title the thing itself in a sentence
 * @param words what more there is to say; empty where a secrecy mark shuts it to the reader
 * @param source where evidence comes from, and when; empty for other parts
 * @param version what a change names as the version it saw
 * @param figure the published figure that evidence consists of
 * @param origin what evidence stands for in another room, where it was chosen from one
 */
public record Part(
        long id,
        PartKind kind,
        int number,
        String sort,
        String level,
        String heard,
        String title,
        String words,
        String source,
        int version,
        Optional<KeptFigure> figure,
        Optional<Origin> origin) {

    public boolean is(PartKind wanted) {
        return kind == wanted;
    }

    /** The same part, saying something else. */
    Part saying(String other) {
        return new Part(id, kind, number, sort, level, heard, title, other, source, version, figure, origin);
    }

    /** What may be changed of it. */
    PartDraft draft() {
        return new PartDraft(kind, sort, level, heard, title, words, source);
    }
}
