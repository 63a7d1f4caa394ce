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
import se.samverkan.agreement.text.AgreementView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Files a signed agreement and shares it with the organiser. */
@Controller
@RequestMapping("/agreements/{id}/filing")
class FilingController {

    private static final int LONGEST = 100;

    private final AgreementFiling filing;
    private final Partnerships partnerships;
    private final Saving saving;

    FilingController(AgreementFiling filing, Partnerships partnerships, Saving saving) {
        this.filing = filing;
        this.partnerships = partnerships;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(filing.toFile(id), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping
    String file(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(filing.toFile(id), model), response);
    }

    private String page(AgreementView agreement, FormAgain again, Model model) {
        model.addAttribute("agreement", agreement);
        model.addAttribute(
                "partnership", partnerships.find(agreement.partnership()).orElseThrow(Refusal::notSeen));
        model.addAttribute("again", again);
        return "agreement/signing/filing";
    }

    private final class OneForm implements Saving.Form {

        private final AgreementView agreement;
        private final Model model;

        OneForm(AgreementView agreement, Model model) {
            this.agreement = agreement;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = sent.text("case-number").length() > LONGEST
                    ? FormErrors.none().with("case-number", "agreement.refusal.case-number")
                    : FormErrors.none();
            return FreeText.errors(errors, sent, "message");
        }

        @Override
        public String save(SentForm sent) {
            return "/documents/" + filing.file(agreement.id(), sent.text("case-number"), FreeText.of(sent, "message"));
        }

        @Override
        public String page(FormAgain again) {
            return FilingController.this.page(agreement, again, model);
        }
    }
}
