package se.samverkan.partnership;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.samverkan.programme.variant.QuestionForm.Choice;
import se.samverkan.programme.variant.QuestionForm.Field;
import se.samverkan.programme.variant.QuestionForm.Kind;
import se.samverkan.programme.variant.Text;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/**
 * The questions of a programme's form as fields of a page, whichever room they are answered in. An answer may always be left for
 * later; one that is given fits the kind that the variant says.
 */
public final class QuestionFields {

    /** How many letters an answer can have. */
    public static final int MOST_OF_WORDS = 20_000;

    private QuestionFields() {}

    /** The name of a question's field in the form. */
    public static String name(Field field) {
        return "answer-" + field.key();
    }

    public static String[] names(List<Field> fields) {
        return fields.stream().map(QuestionFields::name).toArray(String[]::new);
    }

    /** @param answers what has been answered, by the field's key */
    public static SentForm form(int version, List<Field> fields, Map<String, String> answers) {
        SentForm form = SentForm.ofVersion(version);
        for (Field field : fields) {
            form = form.with(name(field), answers.getOrDefault(field.key(), ""));
        }
        return form;
    }

    public static List<Compared> compared(List<Field> fields) {
        return fields.stream().map(field -> Compared.text(name(field))).toList();
    }

    public static FormErrors errors(List<Field> fields, SentForm sent) {
        FormErrors errors = FormErrors.none();
        for (Field field : fields) {
            String text = sent.text(name(field));
            if (text.length() > MOST_OF_WORDS) {
                errors = errors.with(name(field), "partnership.question.refusal.long", MOST_OF_WORDS, text.length());
            } else if (!text.isEmpty() && !fits(field, sent)) {
                errors = errors.with(name(field), "partnership.question.refusal." + field.kind());
            }
        }
        return FreeText.errors(errors, sent, names(fields));
    }

    private static boolean fits(Field field, SentForm sent) {
        String text = sent.text(name(field));
        return switch (field.kind()) {
            case LINE, TEXT -> true;
            case CHOICE -> field.choices().stream().anyMatch(each -> each.key().equals(text));
            case NUMBER -> text.matches("-?\\d{1,12}([.,]\\d{1,6})?");
            case DATE -> sent.day(name(field)).isPresent();
        };
    }

    /** What was sent, by the field's key. */
    public static Map<String, FreeText> answers(List<Field> fields, SentForm sent) {
        Map<String, FreeText> answers = new HashMap<>();
        fields.forEach(field -> answers.put(
                field.key(),
                field.kind() == Kind.TEXT
                        ? new FreeText(sent.text(name(field)).replace("\r\n", "\n"), sent.text(FreeText.REASON_FIELD))
                        : FreeText.of(sent, name(field))));
        return answers;
    }

    /** An answer as people read it: of a choice what it is called. */
    public static String told(Field field, String answer, Locale locale) {
        return field.choices().stream()
                .filter(choice -> choice.key().equals(answer))
                .map(Choice::name)
                .map((Text name) -> name.in(locale))
                .findFirst()
                .orElse(answer);
    }
}
