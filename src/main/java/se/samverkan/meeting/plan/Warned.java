package se.samverkan.meeting.plan;

import java.util.List;
import se.samverkan.meeting.plan.Clashes.Clash;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** Tells what somebody should know of a time before it is taken, and lets them go on with a tick. */
final class Warned {

    /** The box that says to go on all the same. */
    static final String GO_ON = "go-on";

    private Warned() {}

    static FormErrors errors(FormErrors others, SentForm sent, List<Clash> clashes) {
        if (!others.isEmpty() || sent.text(GO_ON).equals("true")) {
            return others;
        }
        FormErrors errors = others;
        for (Clash clash : clashes) {
            errors = errors.with(GO_ON, clash.key(), clash.details().toArray());
        }
        return errors;
    }

    /** Whether the form asks whether to go on. */
    static boolean asks(FormErrors errors, SentForm form) {
        return form.text(GO_ON).equals("true")
                || errors.problems().stream().anyMatch(each -> each.field().equals(GO_ON));
    }
}
