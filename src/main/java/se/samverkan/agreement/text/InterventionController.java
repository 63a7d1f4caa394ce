package se.samverkan.agreement.text;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.agreement.text.AgreementText.AgreedIntervention;
import se.samverkan.agreement.text.AgreementView.Working;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Writes the interventions of the own party's text, one at a time; a new one has the key {@code new} until it is saved. */
@Controller
@RequestMapping("/agreements/{id}/interventions/{key}")
class InterventionController {

    private static final String NEW = "new";

    /** Ten terms from the first one: three years, and what is prolonged. */
    private static final int MOST_TERMS = 10;

    private final Agreements agreements;
    private final Partnerships partnerships;
    private final Saving saving;

    InterventionController(Agreements agreements, Partnerships partnerships, Saving saving) {
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, @PathVariable String key, Model model) {
        AgreementView agreement = agreements.toWrite(id);
        return page(agreement, key, FormAgain.shown(form(agreement, key)), model);
    }

    @PostMapping
    String save(
            @PathVariable long id,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(agreements.toWrite(id), key, model), response);
    }

    @PostMapping("/removal")
    String remove(@PathVariable long id, @PathVariable String key, @RequestParam int version) {
        agreements.change(id, version, text -> text.without(key));
        return "redirect:" + AgreementController.address(id);
    }

    private static SentForm form(AgreementView agreement, String key) {
        Working working = agreement.working().orElseThrow(Refusal::notSeen);
        return key.equals(NEW)
                ? SentForm.ofVersion(working.version())
                : AgreementForms.of(working.text().intervention(key).orElseThrow(Refusal::notSeen), working.version());
    }

    private String page(AgreementView agreement, String key, FormAgain again, Model model) {
        PartnershipView partnership = partnerships.find(agreement.partnership()).orElseThrow(Refusal::notSeen);
        model.addAttribute("agreement", agreement);
        model.addAttribute("key", key);
        model.addAttribute("again", again);
        model.addAttribute(
                "terms",
                IntStream.range(0, MOST_TERMS)
                        .mapToObj(partnership.firstTerm()::plusTerms)
                        .toList());
        return "agreement/text/intervention";
    }

    private final class OneForm implements Saving.Form {

        private final AgreementView agreement;
        private final String key;
        private final Model model;

        OneForm(AgreementView agreement, String key, Model model) {
            this.agreement = agreement;
            this.key = key;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return AgreementForms.interventionErrors(sent);
        }

        @Override
        public String save(SentForm sent) {
            AgreedIntervention intervention = AgreementForms.intervention(
                    key.equals(NEW)
                            ? "intervention-" + UUID.randomUUID().toString().substring(0, 8)
                            : key,
                    sent);
            agreements.change(agreement.id(), sent.version(), text -> text.with(intervention));
            return AgreementController.address(agreement.id());
        }

        @Override
        public SentForm now() {
            return form(agreements.toWrite(agreement.id()), key);
        }

        @Override
        public List<Compared> compared() {
            return List.of(
                    Compared.text("what"),
                    Compared.text("responsible"),
                    Compared.choice("level", "agreement.level."),
                    Compared.text("first"),
                    Compared.text("last"),
                    Compared.text("cost"));
        }

        @Override
        public String page(FormAgain again) {
            return InterventionController.this.page(agreement, key, again, model);
        }
    }
}
