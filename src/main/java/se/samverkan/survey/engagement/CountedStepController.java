package se.samverkan.survey.engagement;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Ticks who took part in a step. The ticks become numbers and are gone; to put it right one counts anew. */
@Controller
@RequestMapping("/partnerships/{partnership}/engagement/{unit}/steps")
class CountedStepController {

    private static final int LONGEST = 200;

    private final Engagement engagement;
    private final Saving saving;
    private final SentForms sentForms;

    CountedStepController(Engagement engagement, Saving saving, SentForms sentForms) {
        this.engagement = engagement;
        this.saving = saving;
        this.sentForms = sentForms;
    }

    @GetMapping("/new")
    String empty(@PathVariable long partnership, @PathVariable String unit, Model model) {
        return page(
                engagement.partnership(partnership),
                unit,
                FormAgain.shown(SentForm.empty().with("day", engagement.today().toString())),
                model);
    }

    @PostMapping
    String count(
            @PathVariable long partnership,
            @PathVariable String unit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        PartnershipView view = engagement.partnership(partnership);
        engagement.toKeep(view, unit);
        return saving.save(SentForm.of(fields), new OneForm(view, unit, model), response);
    }

    @PostMapping("/{step}/removal")
    String remove(
            @PathVariable long partnership,
            @PathVariable String unit,
            @PathVariable long step,
            @RequestParam MultiValueMap<String, String> fields) {
        PartnershipView view = engagement.partnership(partnership);
        engagement.toKeep(view, unit);
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    engagement.removeStep(view, unit, step);
                    return address(view, unit);
                });
    }

    @PostMapping("/removed/{step}/restoration")
    String takeBack(
            @PathVariable long partnership,
            @PathVariable String unit,
            @PathVariable long step,
            @RequestParam MultiValueMap<String, String> fields) {
        PartnershipView view = engagement.partnership(partnership);
        engagement.toKeep(view, unit);
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    engagement.takeStepBack(view, unit, step);
                    return address(view, unit);
                });
    }

    private static String address(PartnershipView partnership, String unit) {
        return "/partnerships/" + partnership.id() + "/engagement?unit=" + unit;
    }

    private String page(PartnershipView partnership, String key, FormAgain again, Model model) {
        Participant unit = engagement.toKeep(partnership, key);
        model.addAttribute("partnership", partnership);
        model.addAttribute("unit", unit);
        model.addAttribute("staff", engagement.staff(unit));
        model.addAttribute("again", again);
        return "survey/engagement/step";
    }

    private final class OneForm implements Saving.Form {

        private final PartnershipView partnership;
        private final String unit;
        private final Model model;

        OneForm(PartnershipView partnership, String unit, Model model) {
            this.partnership = partnership;
            this.unit = unit;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            String name = sent.text("name");
            if (name.isEmpty() || name.length() > LONGEST) {
                errors = errors.with("name", "survey.refusal.step-name");
            }
            if (sent.day("day").isEmpty()) {
                errors = errors.with("day", "survey.refusal.step-day");
            }
            return errors;
        }

        @Override
        public String save(SentForm sent) {
            Set<Long> ticked = sent.all("took-part").stream()
                    .filter(each -> each.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .collect(Collectors.toSet());
            engagement.count(
                    partnership, unit, sent.text("name"), sent.day("day").orElseThrow(), ticked);
            return address(partnership, unit);
        }

        @Override
        public String page(FormAgain again) {
            return CountedStepController.this.page(partnership, unit, again, model);
        }
    }
}
