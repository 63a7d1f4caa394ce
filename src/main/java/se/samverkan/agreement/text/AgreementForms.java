package se.samverkan.agreement.text;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samverkan.agreement.text.AgreementText.AgreedIntervention;
import se.samverkan.agreement.text.AgreementText.Clause;
import se.samverkan.agreement.text.AgreementText.Secret;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.Money;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/** The two forms in which an agreement is written: a clause, and an intervention. */
final class AgreementForms {

    private AgreementForms() {}

    static SentForm of(Clause clause, int version) {
        return SentForm.ofVersion(version).with("heading", clause.heading()).with("words", clause.words());
    }

    static FormErrors clauseErrors(SentForm sent) {
        FormErrors errors = FormErrors.none();
        if (sent.text("heading").isEmpty()) {
            errors = errors.with("heading", "agreement.refusal.heading");
        }
        if (sent.text("words").isEmpty()) {
            errors = errors.with("words", "agreement.refusal.words");
        }
        return FreeText.errors(errors, sent, "heading", "words");
    }

    /** @param secret where the words of the clause are kept apart */
    static Clause clause(String key, @Nullable Secret secret, SentForm sent) {
        return new Clause(
                key,
                FreeText.of(sent, "heading").text(),
                lines(FreeText.of(sent, "words").text()),
                secret);
    }

    static SentForm of(AgreedIntervention intervention, int version) {
        return SentForm.ofVersion(version)
                .with("what", intervention.what())
                .with("responsible", intervention.responsible())
                .with("level", intervention.level().name())
                .with("first", Integer.toString(intervention.first().key()))
                .with("last", Integer.toString(intervention.last().key()))
                .with("cost", intervention.cost().isNothing() ? "" : written(intervention.cost()));
    }

    static FormErrors interventionErrors(SentForm sent) {
        FormErrors errors = FormErrors.none();
        if (sent.text("what").isEmpty()) {
            errors = errors.with("what", "agreement.refusal.what");
        }
        if (sent.text("responsible").isEmpty()) {
            errors = errors.with("responsible", "agreement.refusal.responsible");
        }
        if (level(sent).isEmpty()) {
            errors = errors.with("level", "agreement.refusal.level");
        }
        if (term(sent, "first").isEmpty() || term(sent, "last").isEmpty()) {
            errors = errors.with("first", "agreement.refusal.term");
        } else if (term(sent, "first").get().compareTo(term(sent, "last").get()) > 0) {
            errors = errors.with("last", "agreement.refusal.terms");
        }
        if (cost(sent).isEmpty()) {
            errors = errors.with("cost", "agreement.refusal.cost");
        }
        return FreeText.errors(errors, sent, "what", "responsible");
    }

    /** @param sent a form without errors */
    static AgreedIntervention intervention(String key, SentForm sent) {
        return new AgreedIntervention(
                key,
                lines(FreeText.of(sent, "what").text()),
                FreeText.of(sent, "responsible").text(),
                level(sent).orElseThrow(),
                term(sent, "first").orElseThrow(),
                term(sent, "last").orElseThrow(),
                cost(sent).orElseThrow());
    }

    private static Optional<Level> level(SentForm sent) {
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(sent.text("level")))
                .findFirst();
    }

    private static Optional<Money> cost(SentForm sent) {
        return sent.text("cost").isEmpty() ? Optional.of(Money.NOTHING) : Money.parse(sent.text("cost"));
    }

    /** The term that a field names by its key; only those that the form offers have one. */
    private static Optional<Period> term(SentForm sent, String field) {
        String key = sent.text(field);
        return key.matches("[12]\\d{3}[14]") ? Optional.of(Period.ofKey(Integer.parseInt(key))) : Optional.empty();
    }

    private static String written(Money cost) {
        return cost.toString().replace('.', ',');
    }

    /** A browser sends every line break as two characters. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }
}
