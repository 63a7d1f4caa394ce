package se.samverkan.selection.candidate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.samverkan.selection.candidate.Criterion.Needy;
import se.samverkan.selection.candidate.Criterion.Use;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** The form of one criterion: what stands in it, what can be wrong with it, and what it says. */
final class CriterionForm {

    static final List<Compared> COMPARED = List.of(
            Compared.text("last-period"),
            Compared.choice("years", "selection.years."),
            Compared.choice("needy", "selection.needy."),
            Compared.choice("use", "selection.use."),
            Compared.text("amount"));

    private CriterionForm() {}

    /** An empty form for an indicator, with what is usual for it. */
    static SentForm blank(int version, CriterionCatalogue.Line line, Optional<Period> newest) {
        return SentForm.ofVersion(version)
                .with("last-period", newest.map(Period::toString).orElse(""))
                .with("years", line.kind().isResult() ? "3" : "1")
                .with("needy", line.needy().name())
                .with("use", Use.WEIGHT.name())
                .with("amount", "1");
    }

    static SentForm of(int version, Criterion criterion, Locale locale) {
        return SentForm.ofVersion(version)
                .with("last-period", criterion.lastPeriod().toString())
                .with("years", Integer.toString(criterion.years()))
                .with("needy", criterion.needy().name())
                .with("use", criterion.use().name())
                .with("amount", amount(criterion.amount(), locale));
    }

    /** A number as it is written in a form, without needless decimals. */
    static String amount(double amount, Locale locale) {
        String text = new java.math.BigDecimal(Double.toString(amount))
                .stripTrailingZeros()
                .toPlainString();
        return locale.getLanguage().equals("en") ? text : text.replace('.', ',');
    }

    static FormErrors errors(SentForm sent) {
        FormErrors errors = FormErrors.none();
        if (period(sent).isEmpty()) {
            errors = errors.with("last-period", "selection.refusal.last-period");
        }
        if (!sent.text("years").matches("[123]")) {
            errors = errors.with("years", "selection.refusal.years");
        }
        if (number(sent.text("amount")).isEmpty()) {
            errors = errors.with("amount", "selection.refusal.amount");
        }
        return errors;
    }

    /** What a form without errors says. */
    static Criterion criterion(SentForm sent, int number, CriterionCatalogue.Line line) {
        return new Criterion(
                number,
                line.form(),
                line.kind(),
                line.indicator(),
                period(sent).orElseThrow(),
                Integer.parseInt(sent.text("years")),
                sent.text("needy").equals("HIGH") ? Needy.HIGH : Needy.LOW,
                sent.text("use").equals("THRESHOLD") ? Use.THRESHOLD : Use.WEIGHT,
                number(sent.text("amount")).orElseThrow());
    }

    private static Optional<Period> period(SentForm sent) {
        try {
            return Optional.of(Period.parse(sent.text("last-period")));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** A number with decimal comma or point; thin spaces and a true minus are understood. */
    private static Optional<Double> number(String text) {
        String plain =
                text.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.').replace('\u2212', '-');
        return plain.matches("-?\\d{1,9}(\\.\\d{1,6})?") ? Optional.of(Double.valueOf(plain)) : Optional.empty();
    }
}
