package se.samverkan.selection.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samverkan.selection.round.RoundDraft;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/** The form of a round: what stands in it, what can be wrong with it, and what it says. */
final class RoundForm {

    static final List<Compared> COMPARED = List.of(
            Compared.text("name"),
            Compared.text("purpose"),
            Compared.text("variant"),
            Compared.text("cohort"),
            Compared.text("last-year"),
            Compared.text("per-organiser"));

    private static final int LONGEST_NAME = 200;

    private RoundForm() {}

    static SentForm of(RoundView round) {
        SentForm form = SentForm.ofVersion(round.version())
                .with("name", round.name())
                .with("purpose", round.purpose())
                .with("variant", round.variant())
                .with("cohort", round.cohort())
                .with("last-year", round.lastYear().toString())
                .with(
                        "per-organiser",
                        round.perOrganiser().isEmpty()
                                ? ""
                                : Integer.toString(round.perOrganiser().getAsInt()));
        for (FormPlaces each : round.forms()) {
            form = form.with(places(each.form()), Integer.toString(each.places()));
        }
        return form;
    }

    /** The name of the field with the places of a school form. */
    static String places(String form) {
        return "places-" + form;
    }

    static FormErrors errors(SentForm sent, List<String> forms) {
        FormErrors errors = FormErrors.none();
        if (sent.text("name").isEmpty() || sent.text("name").length() > LONGEST_NAME) {
            errors = errors.with("name", "selection.refusal.name", LONGEST_NAME);
        }
        if (sent.text("purpose").isEmpty()) {
            errors = errors.with("purpose", "selection.refusal.purpose");
        }
        if (sent.text("cohort").isEmpty()) {
            errors = errors.with("cohort", "selection.refusal.cohort");
        }
        if (isWrongNumber(sent.text("per-organiser"))) {
            errors = errors.with("per-organiser", "selection.refusal.whole-number");
        }
        for (String form : forms) {
            if (isWrongNumber(sent.text(places(form)))) {
                errors = errors.with(places(form), "selection.refusal.whole-number");
            }
        }
        if (forms.stream().allMatch(form -> sent.text(places(form)).isEmpty())) {
            errors = errors.with(places(forms.getFirst()), "selection.refusal.no-form");
        }
        return FreeText.errors(errors, sent, "purpose");
    }

    private static boolean isWrongNumber(String text) {
        return !text.isEmpty() && !text.matches("[1-9]\\d{0,4}");
    }

    /** What a form without errors says. */
    static RoundDraft draft(SentForm sent, List<String> forms) {
        return new RoundDraft(
                sent.text("name"),
                FreeText.of(sent, "purpose"),
                sent.text("variant"),
                sent.text("cohort"),
                Period.parse(sent.text("last-year")),
                number(sent.text("per-organiser")),
                forms.stream()
                        .filter(form -> !sent.text(places(form)).isEmpty())
                        .map(form -> new FormPlaces(form, Integer.parseInt(sent.text(places(form)))))
                        .toList());
    }

    private static @Nullable Integer number(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
