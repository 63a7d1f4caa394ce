package se.samverkan.agreement.funding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import se.samverkan.agreement.funding.FundingView.Instalment;
import se.samverkan.shared.Money;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/** The forms about money: a decision with its instalments, and an entry. */
final class FundingForms {

    /** As many instalments as the form has lines for: twice a year for three years. */
    static final int MOST_INSTALMENTS = 6;

    private FundingForms() {}

    static FormErrors decisionErrors(SentForm sent) {
        FormErrors errors = FreeText.errors(FormErrors.none(), sent, "purpose");
        if (sent.text("purpose").isEmpty()) {
            errors = errors.with("purpose", "agreement.refusal.purpose");
        }
        if (sent.day("decided-on").isEmpty()) {
            errors = errors.with("decided-on", "agreement.refusal.day");
        }
        errors = amount(errors, sent, "amount");
        for (int n : lines(sent)) {
            errors = amount(errors, sent, "amount-" + n);
            if (sent.day("due-" + n).isEmpty()) {
                errors = errors.with("due-" + n, "agreement.refusal.day");
            }
        }
        return errors.isEmpty() ? sum(sent) : errors;
    }

    private static FormErrors sum(SentForm sent) {
        FundingDraft draft = draft(sent);
        return draft.instalments().isEmpty() || draft.instalmentSum().equals(draft.amount())
                ? FormErrors.none()
                : FormErrors.none().with("amount-1", "agreement.refusal.instalments");
    }

    /** @param sent a form without errors but for sums */
    static FundingDraft draft(SentForm sent) {
        List<Instalment> instalments = new ArrayList<>();
        for (int n : lines(sent)) {
            instalments.add(new Instalment(
                    instalments.size() + 1,
                    sent.day("due-" + n).orElseThrow(),
                    Money.parse(sent.text("amount-" + n)).orElseThrow()));
        }
        return new FundingDraft(
                sent.text("case-number"),
                sent.day("decided-on").orElseThrow(),
                FreeText.of(sent, "purpose").text(),
                Money.parse(sent.text("amount")).orElseThrow(),
                instalments);
    }

    static FormErrors entryErrors(SentForm sent) {
        FormErrors errors = FreeText.errors(FormErrors.none(), sent, "words");
        if (sent.day("day").isEmpty()) {
            errors = errors.with("day", "agreement.refusal.day");
        }
        return amount(errors, sent, "amount");
    }

    private static FormErrors amount(FormErrors errors, SentForm sent, String field) {
        boolean some = Money.parse(sent.text(field))
                .filter(amount -> !amount.isNothing())
                .isPresent();
        return some ? errors : errors.with(field, "agreement.refusal.amount");
    }

    /** The lines of the form in which something stands. */
    private static List<Integer> lines(SentForm sent) {
        return IntStream.rangeClosed(1, MOST_INSTALMENTS)
                .filter(n -> !sent.text("due-" + n).isEmpty()
                        || !sent.text("amount-" + n).isEmpty())
                .boxed()
                .toList();
    }
}
