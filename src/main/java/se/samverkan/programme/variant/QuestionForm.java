package se.samverkan.programme.variant;

import java.util.List;

/**
 * What is asked in a phase, with guiding questions.
 *
 * @param phase the phase in which it is filled in
 * @param levels who fills it in
 * @param minutes how long it takes, roughly
 * @param askedBy who asks for it, and what it is used for
 * @param fields what is asked, in order
 */
public record QuestionForm(
        String key, Text name, String phase, List<Level> levels, int minutes, Text askedBy, List<Field> fields) {

    /** What an answer is. */
    public enum Kind {
        LINE,
        TEXT,
        CHOICE,
        NUMBER,
        DATE
    }

    /**
     * One question.
     *
     * @param label what is asked for
     * @param guide guiding questions, shown under the label; empty text where there are none
     * @param required whether the form is unfinished without it
     * @param light whether it is asked in the short form too
     * @param choices what can be chosen, for a choice
     * @param schoolForms the forms of schooling that are asked; all when none is named
     */
    public record Field(
            String key,
            Text label,
            Text guide,
            Kind kind,
            boolean required,
            boolean light,
            List<Choice> choices,
            List<String> schoolForms) {}

    /** One thing to choose. */
    public record Choice(String key, Text name) {}

    /** What is asked of one who fills it in. */
    public List<Field> asked(boolean light, List<String> schoolForms) {
        return fields.stream()
                .filter(field -> !light || field.light())
                .filter(field -> field.schoolForms().isEmpty()
                        || field.schoolForms().stream().anyMatch(schoolForms::contains))
                .toList();
    }
}
