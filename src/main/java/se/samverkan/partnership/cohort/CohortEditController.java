package se.samverkan.partnership.cohort;

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
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Changes what a cohort is called and when it begins. */
@Controller
@RequestMapping("/partnerships/cohorts/{cohort}/edit")
class CohortEditController {

    private static final int TERMS = 6;

    private final Cohorts cohorts;
    private final Saving saving;

    CohortEditController(Cohorts cohorts, Saving saving) {
        this.cohorts = cohorts;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long cohort, Model model) {
        Cohort read = cohorts.cohort(cohort);
        return page(read, FormAgain.shown(form(read)), model);
    }

    @PostMapping
    String change(
            @PathVariable long cohort,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(cohorts.cohort(cohort), model), response);
    }

    private static SentForm form(Cohort cohort) {
        return SentForm.ofVersion(cohort.version())
                .with("name", cohort.name())
                .with("first-term", Integer.toString(cohort.firstTerm().key()));
    }

    /** From the term before the one it has. */
    private static List<Period> terms(Cohort cohort) {
        return IntStream.range(-1, TERMS)
                .mapToObj(cohort.firstTerm()::plusTerms)
                .toList();
    }

    private static String page(Cohort cohort, FormAgain again, Model model) {
        model.addAttribute("cohort", cohort);
        model.addAttribute("terms", terms(cohort));
        model.addAttribute("again", again);
        return "partnership/cohort/edit";
    }

    private final class OneForm implements Saving.Form {

        private final Cohort cohort;
        private final Model model;

        OneForm(Cohort cohort, Model model) {
            this.cohort = cohort;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.text("name").isEmpty()) {
                errors = errors.with("name", "partnership.cohort.refusal.name");
            }
            if (terms(cohort).stream()
                    .noneMatch(term -> Integer.toString(term.key()).equals(sent.text("first-term")))) {
                errors = errors.with("first-term", "partnership.offer.refusal.first-term");
            }
            return errors;
        }

        @Override
        public String save(SentForm sent) {
            cohorts.change(
                    cohort.id(),
                    sent.version(),
                    sent.text("name"),
                    Period.ofKey(Integer.parseInt(sent.text("first-term"))));
            return "/partnerships/cohorts/" + cohort.id();
        }

        @Override
        public SentForm now() {
            return form(cohorts.cohort(cohort.id()));
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("name"), Compared.text("first-term"));
        }

        @Override
        public String page(FormAgain again) {
            return CohortEditController.page(cohort, again, model);
        }
    }
}
