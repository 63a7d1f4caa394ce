package se.samverkan.agreement.signing;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Takes back what is to be signed: because the text is to change, or because somebody else is to sign it. */
@Controller
@RequestMapping("/agreements/{id}/signing/withdrawal")
class TakingBackController {

    private static final String TEXT = "TEXT";
    private static final String PEOPLE = "PEOPLE";

    private final AgreementSigning signing;
    private final Partnerships partnerships;
    private final Saving saving;

    TakingBackController(AgreementSigning signing, Partnerships partnerships, Saving saving) {
        this.signing = signing;
        this.partnerships = partnerships;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(signing.toTakeBack(id), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping
    String takeBack(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(signing.toTakeBack(id), model), response);
    }

    private String page(SigningState state, FormAgain again, Model model) {
        model.addAttribute("state", state);
        model.addAttribute(
                "partnership",
                partnerships.find(state.agreement().partnership()).orElseThrow(Refusal::notSeen));
        model.addAttribute("again", again);
        return "agreement/signing/withdrawal";
    }

    private final class OneForm implements Saving.Form {

        private final SigningState state;
        private final Model model;

        OneForm(SigningState state, Model model) {
            this.state = state;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (!sent.text("what").equals(TEXT) && !sent.text("what").equals(PEOPLE)) {
                errors = errors.with("what", "agreement.refusal.what-changes");
            }
            if (sent.text("why").isEmpty()) {
                errors = errors.with("why", "agreement.refusal.why");
            }
            return FreeText.errors(errors, sent, "why");
        }

        @Override
        public String save(SentForm sent) {
            long id = state.agreement().id();
            boolean text = sent.text("what").equals(TEXT);
            signing.takeBack(id, text, FreeText.of(sent, "why"));
            return text ? "/agreements/" + id : AgreementSigningController.address(id);
        }

        @Override
        public String page(FormAgain again) {
            return TakingBackController.this.page(state, again, model);
        }
    }
}
