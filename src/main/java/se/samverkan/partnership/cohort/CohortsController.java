package se.samverkan.partnership.cohort;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.partnership.offer.Offerable;
import se.samverkan.partnership.offer.Offers;
import se.samverkan.programme.Variants;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** All cohorts of one's agency or office, and the small form that opens a new one. */
@Controller
@RequestMapping("/partnerships/cohorts")
class CohortsController {

    private static final int TERMS_AHEAD = 6;

    private final Cohorts cohorts;
    private final Offerable offerable;
    private final Offers offers;
    private final Variants variants;
    private final Saving saving;

    CohortsController(Cohorts cohorts, Offerable offerable, Offers offers, Variants variants, Saving saving) {
        this.cohorts = cohorts;
        this.offerable = offerable;
        this.offers = offers;
        this.variants = variants;
        this.saving = saving;
    }

    @GetMapping
    String show(Model model, Locale locale) {
        return page(FormAgain.shown(SentForm.empty()), model, locale);
    }

    @PostMapping
    String open(
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        cohorts.all();
        return saving.save(SentForm.of(fields), new OneForm(model, locale), response);
    }

    private String page(FormAgain again, Model model, Locale locale) {
        model.addAttribute("cohorts", cohorts.all());
        model.addAttribute("owners", offerable.owners());
        model.addAttribute(
                "variants",
                variants.all().stream()
                        .map(each -> new Option(each.key(), each.name(locale)))
                        .toList());
        model.addAttribute("terms", terms());
        model.addAttribute("again", again);
        return "partnership/cohort/cohorts";
    }

    private List<Period> terms() {
        Period now = Period.termOf(offers.today());
        return java.util.stream.IntStream.range(0, TERMS_AHEAD)
                .mapToObj(now::plusTerms)
                .toList();
    }

    private final class OneForm implements Saving.Form {

        private final Model model;
        private final Locale locale;

        OneForm(Model model, Locale locale) {
            this.model = model;
            this.locale = locale;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.text("name").isEmpty()) {
                errors = errors.with("name", "partnership.cohort.refusal.name");
            }
            if (terms().stream().noneMatch(term -> Integer.toString(term.key()).equals(sent.text("first-term")))) {
                errors = errors.with("first-term", "partnership.offer.refusal.first-term");
            }
            return errors;
        }

        @Override
        public String save(SentForm sent) {
            long owner = offerable.owners().stream()
                    .filter(each -> each.key().equals(sent.text("owner")))
                    .findFirst()
                    .map(OrganisationView::id)
                    .orElseThrow(() -> Refusal.rule("partnership.offer.refusal.owner"));
            Period term = Period.ofKey(Integer.parseInt(sent.text("first-term")));
            return "/partnerships/cohorts/" + cohorts.open(owner, sent.text("name"), sent.text("variant"), term);
        }

        @Override
        public String page(FormAgain again) {
            return CohortsController.this.page(again, model, locale);
        }
    }
}
