package se.samverkan.agreement.funding;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The money of a partnership: what was decided and how it stands, and the form of a new decision. */
@Controller
class FundingController {

    private final Funding funding;
    private final Partnerships partnerships;
    private final Rights rights;
    private final Saving saving;
    private final Clock clock;

    FundingController(Funding funding, Partnerships partnerships, Rights rights, Saving saving, Clock clock) {
        this.funding = funding;
        this.partnerships = partnerships;
        this.rights = rights;
        this.saving = saving;
        this.clock = clock;
    }

    @GetMapping("/partnerships/{partnership}/funding")
    String list(@PathVariable long partnership, Model model) {
        PartnershipView view = partnerships.find(partnership).orElseThrow(Refusal::notSeen);
        model.addAttribute("partnership", view);
        model.addAttribute("fundings", funding.ofPartnership(partnership));
        model.addAttribute("mayDecide", rights.allow(Verb.HANDLE_FUNDING, view.owner()) && funding.isPartOf(view));
        return "agreement/funding/fundings";
    }

    @GetMapping("/partnerships/{partnership}/funding/new")
    String form(@PathVariable long partnership, Model model) {
        PartnershipView view = funding.toDecide(partnership);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Stockholm"));
        return page(view, FormAgain.shown(SentForm.empty().with("decided-on", today.toString())), model);
    }

    @PostMapping("/partnerships/{partnership}/funding/new")
    String decide(
            @PathVariable long partnership,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(funding.toDecide(partnership), model), response);
    }

    private static String page(PartnershipView partnership, FormAgain again, Model model) {
        model.addAttribute("partnership", partnership);
        model.addAttribute("again", again);
        return "agreement/funding/decision";
    }

    private final class OneForm implements Saving.Form {

        private final PartnershipView partnership;
        private final Model model;

        OneForm(PartnershipView partnership, Model model) {
            this.partnership = partnership;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FundingForms.decisionErrors(sent);
        }

        @Override
        public String save(SentForm sent) {
            funding.decide(partnership.id(), FundingForms.draft(sent));
            return "/partnerships/" + partnership.id() + "/funding";
        }

        @Override
        public String page(FormAgain again) {
            return FundingController.page(partnership, again, model);
        }
    }
}
