package se.samverkan.analysis.chain;

import java.util.Arrays;
import se.samverkan.shared.Refusal;

/** A part as somebody wants it to be. */
public record PartDraft(
        PartKind kind, String sort, String level, String heard, String title, String words, String source) {

    /** How many letters a title or a source can have. */
    public static final int MOST_OF_TITLE = 300;

    /** How many letters the words can have. */
    public static final int MOST_OF_WORDS = 20_000;

    /** Refuses what no part can be; says of a text that is too long how long it can be. */
    public PartDraft {
        if (title.isBlank()) {
            throw Refusal.rule("analysis.refusal.title");
        }
        if (title.length() > MOST_OF_TITLE || source.length() > MOST_OF_TITLE) {
            throw Refusal.rule("analysis.refusal.title-long", MOST_OF_TITLE);
        }
        if (words.length() > MOST_OF_WORDS) {
            throw Refusal.rule("analysis.refusal.words-long", MOST_OF_WORDS);
        }
        if (!fits(kind, sort, level, heard)) {
            throw Refusal.rule("analysis.refusal.sort");
        }
    }

    private static boolean fits(PartKind kind, String sort, String level, String heard) {
        return switch (kind) {
            case EVIDENCE ->
                is(EvidenceKind.class, sort)
                        && level.isEmpty()
                        && (heard.isEmpty()
                                || is(Heard.class, heard)
                                        && EvidenceKind.valueOf(sort).hears());
            case CAUSE ->
                is(CauseKind.class, sort) && (level.isEmpty() || is(CauseLevel.class, level)) && heard.isEmpty();
            case STRENGTH, PROBLEM, AREA -> (sort + level + heard).isEmpty();
        };
    }

    private static <E extends Enum<E>> boolean is(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .anyMatch(each -> each.name().equals(name));
    }
}
