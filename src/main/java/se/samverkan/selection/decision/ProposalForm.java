package se.samverkan.selection.decision;

import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/** The fields in which somebody declares, the same for whoever proposes and whoever decides. */
final class ProposalForm {

    static final int MOST_LETTERS = 60;

    private ProposalForm() {}

    static FormErrors errors(SentForm sent) {
        FormErrors errors = FormErrors.none();
        if (sent.text("reasons").isEmpty()) {
            errors = errors.with("reasons", "selection.refusal.proposal-reasons");
        }
        if (sent.text("case-number").length() > MOST_LETTERS) {
            errors = errors.with("case-number", "selection.refusal.case-number", MOST_LETTERS);
        }
        for (FormErrors.Problem problem : undeclared(sent).problems()) {
            errors = errors.with(problem.field(), problem.key());
        }
        return FreeText.errors(errors, sent, "reasons", "interest");
    }

    static FormErrors undeclared(SentForm sent) {
        return isDeclared(sent)
                ? FormErrors.none()
                : FormErrors.none().with("impartial", "selection.refusal.declaration");
    }

    static Declaration declaration(SentForm sent) {
        return new Declaration(isDeclared(sent), FreeText.of(sent, "interest"));
    }

    private static boolean isDeclared(SentForm sent) {
        return sent.text("impartial").equals("true");
    }
}
