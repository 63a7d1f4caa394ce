package se.samverkan.actionplan.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanField.Type;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartDraft;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/**
 * The form in which a part of a plan is written. A field that names something else that exists carries its id and what it is
 * called, so that two people who chose differently read what the other chose.
 */
final class PlanPartForm {

    static final String TITLE = "plan-title";
    static final String WORDS = "plan-words";

    private PlanPartForm() {}

    static String name(PlanField field) {
        return "plan-" + field.key();
    }

    /** The fields that people fill in of a kind. */
    static List<PlanField> asked(PlanPartKind kind) {
        return PlanField.of(kind).stream()
                .filter(field -> !field.is(Type.FROZEN))
                .toList();
    }

    /** The fields in which people write freely. */
    static String[] written(PlanPartKind kind) {
        return Stream.concat(
                        Stream.of(TITLE, WORDS),
                        asked(kind).stream().filter(PlanField::isWritten).map(PlanPartForm::name))
                .toArray(String[]::new);
    }

    /** The fields that two people may have changed at once. */
    static List<Compared> compared(PlanPartKind kind) {
        List<Compared> compared = new ArrayList<>(List.of(Compared.text(TITLE), Compared.text(WORDS)));
        asked(kind)
                .forEach(field -> compared.add(
                        field.is(Type.CHOICE)
                                ? Compared.choice(name(field), "actionplan.choice." + field.key() + ".")
                                : Compared.text(name(field))));
        return compared;
    }

    static SentForm of(PlanPart part, PlanChoices choices) {
        SentForm form =
                SentForm.ofVersion(part.version()).with(TITLE, part.title()).with(WORDS, part.words());
        for (PlanField field : asked(part.kind())) {
            String text = part.text(field);
            form = form.with(
                    name(field),
                    switch (field.type()) {
                        case REFERENCE -> choices.shown(field, text);
                        case NUMBER -> text.replace('.', ',');
                        case LINE, WORDS, DAY, TERM, CHOICE, FROZEN -> text;
                    });
        }
        return form;
    }

    static FormErrors errors(PlanPartKind kind, SentForm sent) {
        FormErrors errors = FormErrors.none();
        if (sent.text(TITLE).isEmpty()) {
            errors = errors.with(TITLE, "actionplan.refusal.title");
        }
        errors = length(errors, sent, TITLE, "actionplan.refusal.title-long", PlanPartDraft.MOST_OF_TITLE);
        errors = length(errors, sent, WORDS, "actionplan.refusal.words-long", PlanPartDraft.MOST_OF_WORDS);
        for (PlanField field : asked(kind)) {
            String text = sent.text(name(field));
            errors = switch (field.type()) {
                case LINE ->
                    length(errors, sent, name(field), "actionplan.refusal.title-long", PlanPartDraft.MOST_OF_TITLE);
                case WORDS ->
                    length(errors, sent, name(field), "actionplan.refusal.words-long", PlanPartDraft.MOST_OF_WORDS);
                case NUMBER ->
                    text.isEmpty() || number(text).matches("-?\\d{1,9}(\\.\\d{1,4})?")
                            ? errors
                            : errors.with(name(field), "actionplan.refusal.field.NUMBER");
                case DAY ->
                    text.isEmpty() || sent.day(name(field)).isPresent()
                            ? errors
                            : errors.with(name(field), "actionplan.refusal.field.DAY");
                case TERM, CHOICE, REFERENCE, FROZEN -> errors;
            };
        }
        return FreeText.errors(errors, sent, written(kind));
    }

    private static FormErrors length(FormErrors errors, SentForm sent, String field, String key, int most) {
        int length = sent.text(field).length();
        return length > most ? errors.with(field, key, most, length) : errors;
    }

    private static String number(String text) {
        return text.replace(" ", "").replace("\u00a0", "").replace(',', '.').replace('−', '-');
    }

    /** @param sent a form without errors */
    static PlanPartDraft draft(PlanPartKind kind, SentForm sent) {
        Map<PlanField, String> fields = new EnumMap<>(PlanField.class);
        for (PlanField field : asked(kind)) {
            String text = sent.text(name(field));
            fields.put(
                    field,
                    switch (field.type()) {
                        case REFERENCE -> text.split(" ", 2)[0];
                        case NUMBER -> number(text);
                        case LINE, WORDS ->
                            FreeText.of(sent, name(field)).text().replace("\r\n", "\n");
                        case DAY, TERM, CHOICE, FROZEN -> text;
                    });
        }
        return new PlanPartDraft(
                kind,
                FreeText.of(sent, TITLE).text(),
                FreeText.of(sent, WORDS).text().replace("\r\n", "\n"),
                fields);
    }
}
