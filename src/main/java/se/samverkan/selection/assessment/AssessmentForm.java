package se.samverkan.selection.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.samverkan.selection.assessment.Assessment.Joint;
import se.samverkan.selection.assessment.Assessment.Opinion;
import se.samverkan.selection.round.RoundMaterial.Conclusion;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/** The form of an assessment, one's own or the joint one: what stands in it, what can be wrong, and what it says. */
final class AssessmentForm {

    static final List<Compared> COMPARED =
            List.of(Compared.choice("conclusion", "selection.conclusion."), Compared.text("reasons"));

    private AssessmentForm() {}

    static SentForm own(Assessment now) {
        return form(
                now.own().map(Opinion::version).orElse(0),
                now.own().flatMap(own -> Optional.ofNullable(own.conclusion())),
                now.own().map(Opinion::reasons).orElse(""));
    }

    static SentForm joint(Assessment now) {
        return form(
                now.joint().map(Joint::version).orElse(0),
                now.joint().map(Joint::conclusion),
                now.joint().map(Joint::reasons).orElse(""));
    }

    private static SentForm form(int version, Optional<Conclusion> conclusion, String reasons) {
        return SentForm.ofVersion(version)
                .with("conclusion", conclusion.map(Conclusion::name).orElse(""))
                .with("reasons", reasons);
    }

    /** Whether the button that finishes was pressed. */
    static boolean isDone(SentForm sent) {
        return sent.text("done").equals("true");
    }

    static Optional<Conclusion> conclusion(SentForm sent) {
        return Arrays.stream(Conclusion.values())
                .filter(each -> each.name().equals(sent.text("conclusion")))
                .findFirst();
    }

    /** @param whole whether it must say everything */
    static FormErrors errors(SentForm sent, boolean whole) {
        FormErrors errors = FormErrors.none();
        if (whole && conclusion(sent).isEmpty()) {
            errors = errors.with("conclusion", "selection.refusal.conclusion");
        }
        if (whole && sent.text("reasons").isEmpty()) {
            errors = errors.with("reasons", "selection.refusal.reasons");
        }
        return FreeText.errors(errors, sent, "reasons");
    }
}
