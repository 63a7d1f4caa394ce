package se.samverkan.analysis.guide;

import java.util.HashMap;
import java.util.Map;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.programme.variant.QuestionForm.Field;
import se.samverkan.programme.variant.QuestionForm.Kind;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/** A form of guiding questions as it is sent from its page. An answer may always be left for later. */
final class GuideForm {

    private GuideForm() {}

    /** The name of a question's field in the form. */
    static String name(Field field) {
        return "answer-" + field.key();
    }

    static SentForm of(AskedForm asked) {
        SentForm form = SentForm.ofVersion(asked.version());
        for (Field field : asked.fields()) {
            form = form.with(name(field), asked.answer(field));
        }
        return form;
    }

    static FormErrors errors(AskedForm asked, SentForm sent) {
        FormErrors errors = FormErrors.none();
        for (Field field : asked.fields()) {
            String text = sent.text(name(field));
            if (text.length() > PartDraft.MOST_OF_WORDS) {
                errors =
                        errors.with(name(field), "analysis.refusal.words-long", PartDraft.MOST_OF_WORDS, text.length());
            } else if (!text.isEmpty() && !fits(field, sent)) {
                errors = errors.with(name(field), "analysis.refusal.answer." + field.kind());
            }
        }
        return FreeText.errors(errors, sent, names(asked));
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

    static Map<String, FreeText> answers(AskedForm asked, SentForm sent) {
        Map<String, FreeText> answers = new HashMap<>();
        asked.fields()
                .forEach(field -> answers.put(
                        field.key(),
                        field.kind() == Kind.TEXT
                                ? new FreeText(
                                        sent.text(name(field)).replace("\r\n", "\n"), sent.text(FreeText.REASON_FIELD))
                                : FreeText.of(sent, name(field))));
        return answers;
    }

    static String[] names(AskedForm asked) {
        return asked.fields().stream().map(GuideForm::name).toArray(String[]::new);
    }
}
