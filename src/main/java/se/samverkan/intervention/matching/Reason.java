package se.samverkan.intervention.matching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import se.samverkan.intervention.catalogue.Choice;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;

/**
 * Why an entry could meet a need, or why it may not.
 *
 * @param kind which reason it is
 * @param details what is put into its sentence: numbers, names, terms, or things with a name in the message files
 */
record Reason(Kind kind, List<Object> details) {

    /** The reasons there are, in the order in which they are told, each with what it weighs (ADR 0112). */
    enum Kind {
        THEME(4),
        WORDS(1),
        LEVEL(3),
        FORM(1),
        HERE(2),
        COUNTY(1),
        REMOTE(1),
        ROOM(2),
        USED(1),
        RESEARCH(1),
        FULL(-3),
        FAR(-2);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        int weight() {
            return weight;
        }
    }

    static Reason of(Kind kind, Object... details) {
        return new Reason(kind, Arrays.asList(details));
    }

    int weight() {
        return kind == Kind.THEME || kind == Kind.WORDS ? kind.weight * Math.min(details.size(), 3) : kind.weight;
    }

    /** Whether it speaks for the entry. */
    public boolean isFor() {
        return kind.weight > 0;
    }

    /** The reason as a sentence. */
    public String said(Words words) {
        if (kind == Kind.THEME || kind == Kind.WORDS) {
            return words.text(
                    "match.reason." + kind,
                    details.stream().map(each -> said(each, words).toString()).collect(Collectors.joining(", ")));
        }
        return words.text(
                "match.reason." + kind,
                details.stream().map(each -> said(each, words)).toArray());
    }

    private static Object said(Object detail, Words words) {
        return switch (detail) {
            case Choice choice -> words.text(choice.key());
            case Period term -> words.term(term);
            default -> detail;
        };
    }
}
