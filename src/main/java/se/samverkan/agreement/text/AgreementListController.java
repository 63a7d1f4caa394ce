package se.samverkan.agreement.text;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.SentForm;

/** The agreements of a partnership, and the way to begin one. */
@Controller
@RequestMapping("/partnerships/{partnership}/agreements")
class AgreementListController {

    private final Agreements agreements;
    private final BeginningAgreements beginning;
    private final Partnerships partnerships;
    private final SentForms sentForms;

    AgreementListController(
            Agreements agreements, BeginningAgreements beginning, Partnerships partnerships, SentForms sentForms) {
        this.agreements = agreements;
        this.beginning = beginning;
        this.partnerships = partnerships;
        this.sentForms = sentForms;
    }

    @GetMapping
    String list(@PathVariable long partnership, Model model) {
        PartnershipView view = partnerships.find(partnership).orElseThrow(Refusal::notSeen);
        model.addAttribute("partnership", view);
        model.addAttribute("agreements", agreements.standing(partnership));
        model.addAttribute("mayBegin", beginning.mayBegin(view));
        return "agreement/text/agreements";
    }

    @PostMapping
    String begin(@PathVariable long partnership, @RequestParam(SentForm.TOKEN) UUID token) {
        return "redirect:" + sentForms.once(token, () -> AgreementController.address(beginning.begin(partnership)));
    }
}
