package se.samverkan.actionplan.content;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;

/** A part as somebody wants it to be. */
public record PlanPartDraft(PlanPartKind kind, String title, String words, Map<PlanField, String> fields) {

    /** How many letters a title or a line can have. */
    public static final int MOST_OF_TITLE = 300;

    /** How many letters the words, or a field of words, can have. */
    public static final int MOST_OF_WORDS = 5_000;

    /** Refuses what no part can be; leaves out fields that say nothing. */
    public PlanPartDraft {
        if (title.isBlank()) {
            throw Refusal.rule("actionplan.refusal.title");
        }
        if (title.length() > MOST_OF_TITLE) {
            throw Refusal.rule("actionplan.refusal.title-long", MOST_OF_TITLE);
        }
        if (words.length() > MOST_OF_WORDS) {
            throw Refusal.rule("actionplan.refusal.words-long", MOST_OF_WORDS);
        }
        Map<PlanField, String> said = new EnumMap<>(PlanField.class);
        fields.forEach((field, text) -> {
            if (!text.isBlank()) {
                requireFit(kind, field, text);
                said.put(field, text);
            }
        });
        fields = Map.copyOf(said);
    }

    private static void requireFit(PlanPartKind kind, PlanField field, String text) {
        boolean fits = field.isOf(kind)
                && switch (field.type()) {
                    case LINE -> text.length() <= MOST_OF_TITLE;
                    case WORDS -> text.length() <= MOST_OF_WORDS;
                    case NUMBER -> text.matches("-?\\d{1,9}(\\.\\d{1,4})?");
                    case DAY -> isDay(text);
                    case TERM -> isTerm(text);
                    case CHOICE -> field.choices().contains(text);
                    case REFERENCE, FROZEN -> text.length() <= MOST_OF_TITLE;
                };
        if (!fits) {
            throw Refusal.rule("actionplan.refusal.field." + field.type());
        }
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() < 2100;
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }

    private static boolean isTerm(String text) {
        if (!text.matches("\\d{5}")) {
            return false;
        }
        return switch (text.charAt(4)) {
            case '1', '4' -> Period.ofKey(Integer.parseInt(text)).year() < 2100;
            default -> false;
        };
    }

    /** What a field says; empty where it says nothing. */
    String text(PlanField field) {
        return fields.getOrDefault(field, "");
    }

    /** What the fields say that people write freely in. */
    Map<PlanField, String> texts() {
        Map<PlanField, String> texts = new EnumMap<>(PlanField.class);
        fields.forEach((field, text) -> {
            if (field.isWritten()) {
                texts.put(field, text);
            }
        });
        return texts;
    }

    /** Whether another says the same wherever people write freely. */
    boolean readsAs(PlanPartDraft other) {
        return title.equals(other.title) && words.equals(other.words) && texts().equals(other.texts());
    }

    /** The same with a field that says something else; empty for nothing. */
    PlanPartDraft with(PlanField field, String text) {
        Map<PlanField, String> other = new EnumMap<>(PlanField.class);
        other.putAll(fields);
        other.put(field, text);
        return new PlanPartDraft(kind, title, words, other);
    }
}
