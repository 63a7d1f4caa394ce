package se.samverkan.partnership.cohort;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.overview.CaseStates;
import se.samverkan.programme.Variants;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** One cohort: its common days, where each organiser stands and what is missing, and one button that starts all who are ready. */
@Controller
@RequestMapping("/partnerships/cohorts/{cohort}")
class CohortController {

    private static final int MOST_LINES = 100;

    private final Cohorts cohorts;
    private final CaseStates states;
    private final Variants variants;
    private final RecordLog log;
    private final Saving saving;

    CohortController(Cohorts cohorts, CaseStates states, Variants variants, RecordLog log, Saving saving) {
        this.cohorts = cohorts;
        this.states = states;
        this.variants = variants;
        this.log = log;
        this.saving = saving;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String show(@PathVariable long cohort, Model model, Locale locale) {
        return page(cohort, FormAgain.shown(SentForm.empty()), model, locale);
    }

    @PostMapping("/days")
    String addDay(
            @PathVariable long cohort,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        cohorts.cohort(cohort);
        return saving.save(
                SentForm.of(fields),
                new Deed(cohort, model, locale) {
                    @Override
                    public FormErrors errors(SentForm sent) {
                        return sent.day("day").isEmpty()
                                ? FormErrors.none().with("day", "partnership.cohort.refusal.day")
                                : FormErrors.none();
                    }

                    @Override
                    void does(SentForm sent) {
                        cohorts.addDay(cohort, sent.day("day").orElseThrow(), sent.text("name"));
                    }
                },
                response);
    }

    @PostMapping("/days/{day}/removal")
    String takeAwayDay(
            @PathVariable long cohort,
            @PathVariable long day,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        cohorts.cohort(cohort);
        return saving.save(
                SentForm.of(fields),
                new Deed(cohort, model, locale) {
                    @Override
                    void does(SentForm sent) {
                        cohorts.takeAwayDay(cohort, day);
                    }
                },
                response);
    }

    @PostMapping("/start")
    String start(
            @PathVariable long cohort,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        cohorts.cohort(cohort);
        return saving.save(
                SentForm.of(fields),
                new Deed(cohort, model, locale) {
                    @Override
                    void does(SentForm sent) {
                        cohorts.startReady(cohort);
                    }
                },
                response);
    }

    private String page(long id, FormAgain again, Model model, Locale locale) {
        Cohort cohort = cohorts.cohort(id);
        model.addAttribute("cohort", cohort);
        model.addAttribute("rows", cohorts.rows(id));
        model.addAttribute("states", states.ofCohort(id));
        model.addAttribute(
                "variant",
                variants.find(cohort.variant()).map(known -> known.name(locale)).orElse(cohort.variant()));
        model.addAttribute("again", again);
        model.addAttribute("log", log.within(Set.of(cohort.owner()), "cohort", Long.toString(id), MOST_LINES));
        return "partnership/cohort/cohort";
    }

    /** What a button or a small form of the page does; refused, the page comes back with the reason. */
    private abstract class Deed implements Saving.Form {

        private final long cohort;
        private final Model model;
        private final Locale locale;

        Deed(long cohort, Model model, Locale locale) {
            this.cohort = cohort;
            this.model = model;
            this.locale = locale;
        }

        abstract void does(SentForm sent);

        @Override
        public FormErrors errors(SentForm sent) {
            return FormErrors.none();
        }

        @Override
        public String save(SentForm sent) {
            does(sent);
            return "/partnerships/cohorts/" + cohort;
        }

        @Override
        public String page(FormAgain again) {
            return CohortController.this.page(cohort, again, model, locale);
        }
    }
}
