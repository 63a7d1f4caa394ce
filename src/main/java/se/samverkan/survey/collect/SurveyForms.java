package se.samverkan.survey.collect;

import java.util.OptionalInt;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;
import se.samverkan.survey.question.Suppression;

/** The form in which a survey says what it is called, until when it is open, and how small a group it shows. */
final class SurveyForms {

    private static final int LONGEST = 200;
    private static final int LARGEST = 1000;

    private SurveyForms() {}

    static FormErrors errors(FormErrors others, SentForm sent) {
        FormErrors errors = others;
        String title = sent.text("title");
        if (title.isEmpty() || title.length() > LONGEST) {
            errors = errors.with("title", "survey.refusal.title");
        }
        if (sent.day("last-day").isEmpty()) {
            errors = errors.with("last-day", "survey.refusal.day");
        }
        OptionalInt threshold = threshold(sent);
        if (threshold.isEmpty() || threshold.getAsInt() < Suppression.LEAST || threshold.getAsInt() > LARGEST) {
            errors = errors.with("threshold", "survey.refusal.threshold", Suppression.LEAST);
        }
        return errors;
    }

    static SurveyDraft draft(SentForm sent) {
        return new SurveyDraft(
                sent.text("title"),
                sent.day("last-day").orElseThrow(),
                threshold(sent).orElseThrow());
    }

    static SentForm of(SurveyView survey) {
        return SentForm.ofVersion(survey.version())
                .with("title", survey.title())
                .with("last-day", survey.lastDay().toString())
                .with("threshold", Integer.toString(survey.threshold()));
    }

    private static OptionalInt threshold(SentForm sent) {
        String text = sent.text("threshold");
        return text.matches("\\d{1,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
