package se.samverkan.partnership.cohort;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.cohort.Cohort.Day;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Moves or renames one of the days that the organisers of a cohort have in common. */
@Controller
@RequestMapping("/partnerships/cohorts/{cohort}/days/{day}")
class CohortDayController {

    private final Cohorts cohorts;
    private final Saving saving;

    CohortDayController(Cohorts cohorts, Saving saving) {
        this.cohorts = cohorts;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long cohort, @PathVariable long day, Model model) {
        Cohort read = cohorts.cohort(cohort);
        Day one = cohorts.day(cohort, day);
        return page(read, one, FormAgain.shown(form(read, one)), model);
    }

    @PostMapping
    String move(
            @PathVariable long cohort,
            @PathVariable long day,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        OneForm form = new OneForm(cohorts.cohort(cohort), cohorts.day(cohort, day), model);
        return saving.save(SentForm.of(fields), form, response);
    }

    private static SentForm form(Cohort cohort, Day day) {
        return SentForm.ofVersion(cohort.version())
                .with("day", day.day().toString())
                .with("name", day.name());
    }

    private static String page(Cohort cohort, Day day, FormAgain again, Model model) {
        model.addAttribute("cohort", cohort);
        model.addAttribute("day", day);
        model.addAttribute("again", again);
        return "partnership/cohort/day";
    }

    private final class OneForm implements Saving.Form {

        private final Cohort cohort;
        private final Day day;
        private final Model model;

        OneForm(Cohort cohort, Day day, Model model) {
            this.cohort = cohort;
            this.day = day;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.day("day").isEmpty()) {
                errors = errors.with("day", "partnership.cohort.refusal.day");
            }
            return sent.text("name").isEmpty() ? errors.with("name", "partnership.cohort.refusal.day-name") : errors;
        }

        @Override
        public String save(SentForm sent) {
            Day after = new Day(day.id(), sent.day("day").orElseThrow(), sent.text("name"));
            cohorts.moveDay(cohort.id(), sent.version(), after);
            return "/partnerships/cohorts/" + cohort.id();
        }

        @Override
        public SentForm now() {
            return form(cohorts.cohort(cohort.id()), cohorts.day(cohort.id(), day.id()));
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("day"), Compared.text("name"));
        }

        @Override
        public String page(FormAgain again) {
            return CohortDayController.page(cohort, day, again, model);
        }
    }
}
