package se.samverkan.actionplan.content;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of the texts of a part that people write freely: its sentence, its words, or a field.
 *
 * @param name {@code TITLE}, {@code WORDS}, or the name of a field
 */
public record PlanText(String name) {

    private static final PlanText TITLE = new PlanText("TITLE");
    private static final PlanText WORDS = new PlanText("WORDS");

    /** Those of a kind, in the order in which they are asked. */
    public static List<PlanText> of(PlanPartKind kind) {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(TITLE),
                                PlanField.of(kind).stream()
                                        .filter(PlanField::isWritten)
                                        .map(field -> new PlanText(field.name()))),
                        Stream.of(WORDS))
                .toList();
    }

    /** The one of a kind that is called so. */
    public static Optional<PlanText> named(PlanPartKind kind, String name) {
        return of(kind).stream().filter(text -> text.name().equals(name)).findFirst();
    }

    /** What it is called in forms, in the log and in the message files. */
    public String key() {
        return field().map(field -> "plan-" + field.key()).orElse(equals(TITLE) ? "plan-title" : "plan-words");
    }

    /** What stands there in a part; empty where nothing does. */
    public String in(PlanPart part) {
        return field().map(part::text).orElseGet(() -> equals(TITLE) ? part.title() : part.words());
    }

    /** The part as it would be with another text there. */
    public PlanPartDraft put(PlanPart part, String text) {
        Map<PlanField, String> fields = new EnumMap<>(PlanField.class);
        fields.putAll(part.fields());
        field().ifPresent(field -> fields.put(field, text));
        return new PlanPartDraft(
                part.kind(), equals(TITLE) ? text : part.title(), equals(WORDS) ? text : part.words(), fields);
    }

    /** How many letters can stand there. */
    public int most() {
        return equals(TITLE)
                        || field().filter(each -> each.is(PlanField.Type.LINE)).isPresent()
                ? PlanPartDraft.MOST_OF_TITLE
                : PlanPartDraft.MOST_OF_WORDS;
    }

    private Optional<PlanField> field() {
        return equals(TITLE) || equals(WORDS) ? Optional.empty() : Optional.of(PlanField.valueOf(name));
    }
}
