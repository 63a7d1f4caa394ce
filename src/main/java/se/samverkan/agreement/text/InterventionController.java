package se.samverkan.agreement.text;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Writes the interventions of the own party's text, one at a time. */
@Controller
@RequestMapping("/agreements/{id}/interventions/{key}")
class InterventionController {

    /** Ten terms from the first one: three years, and what is prolonged. */
    private static final int MOST_TERMS = 10;

    private final Partnerships partnerships;
    private final TextPart parts;
    private final Saving saving;
    private final TextPart.Sort intervention = new InterventionSort();

    InterventionController(Partnerships partnerships, TextPart parts, Saving saving) {
        this.partnerships = partnerships;
        this.parts = parts;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, @PathVariable String key, Model model) {
        return parts.show(id, key, intervention, model);
    }

    @PostMapping
    String save(
            @PathVariable long id,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), parts.form(id, key, intervention, model), response);
    }

    @PostMapping("/removal")
    String remove(@PathVariable long id, @PathVariable String key, @RequestParam int version) {
        return parts.remove(id, key, version);
    }

    private final class InterventionSort implements TextPart.Sort {

        @Override
        public String prefix() {
            return "intervention-";
        }

        @Override
        public SentForm form(AgreementText text, String key, int version) {
            return AgreementForms.of(text.intervention(key).orElseThrow(Refusal::notSeen), version);
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return AgreementForms.interventionErrors(sent);
        }

        @Override
        public AgreementText written(AgreementText text, String key, SentForm sent) {
            return text.with(AgreementForms.intervention(key, sent));
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
        public String page(AgreementView agreement, Model model) {
            PartnershipView partnership =
                    partnerships.find(agreement.partnership()).orElseThrow(Refusal::notSeen);
            model.addAttribute(
                    "terms",
                    IntStream.range(0, MOST_TERMS)
                            .mapToObj(partnership.firstTerm()::plusTerms)
                            .toList());
            return "agreement/text/intervention";
        }
    }
}
