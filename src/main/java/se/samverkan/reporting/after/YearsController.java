package se.samverkan.reporting.after;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.actionplan.HoldingPlans;
import se.samverkan.actionplan.HoldingPlans.HoldingPlan;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.FigureWords;

/** The years after a closed partnership: figures and answers side by side, and the light questions. */
@Controller
@RequestMapping("/partnerships/{id}/years")
class YearsController {

    private final YearsAfter years;
    private final HoldingPlans plans;
    private final AfterFigures figures;
    private final Saving saving;
    private final MessageSource messages;

    YearsController(YearsAfter years, HoldingPlans plans, AfterFigures figures, Saving saving, MessageSource messages) {
        this.years = years;
        this.plans = plans;
        this.figures = figures;
        this.saving = saving;
        this.messages = messages;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, Locale locale, Model model) {
        PartnershipView view = years.partnership(id);
        if (view.standing().isLive()) {
            throw Refusal.notSeen();
        }
        List<YearAfter> born = years.of(id);
        model.addAttribute("view", view);
        model.addAttribute("years", born);
        model.addAttribute("plans", plans(id));
        model.addAttribute(
                "mine",
                born.stream().limit(3).collect(Collectors.toMap(YearAfter::id, each -> years.toAnswer(each.id()))));
        model.addAttribute(
                "figures",
                figures.of(view.units().stream().map(Participant::unit).toList()));
        model.addAttribute("words", new FigureWords(new Words(messages, locale)));
        return "reporting/after/years";
    }

    /** The plan of each unit whose plan the actor reads, as it held: what the answers are beside. */
    private Map<Long, HoldingPlan> plans(long id) {
        return plans.ofPartnership(id).stream().collect(Collectors.toMap(HoldingPlan::unit, Function.identity()));
    }

    @GetMapping("/{year}/units/{unit}")
    String ask(@PathVariable long id, @PathVariable long year, @PathVariable long unit, Model model) {
        return new OneForm(id, year, unit, model).page(FormAgain.shown(SentForm.empty()));
    }

    @PostMapping("/{year}/units/{unit}")
    String answer(
            @PathVariable long id,
            @PathVariable long year,
            @PathVariable long unit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        years.partnership(id);
        return saving.save(SentForm.of(fields), new OneForm(id, year, unit, model), response);
    }

    private final class OneForm implements Saving.Form {

        private final long id;
        private final long year;
        private final long unit;
        private final Model model;

        OneForm(long id, long year, long unit, Model model) {
            this.id = id;
            this.year = year;
            this.unit = unit;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.text("lives").isEmpty()) {
                errors = errors.with("lives", "reporting.after.error.lives");
            }
            if (sent.text("words").isEmpty()) {
                errors = errors.with("words", "reporting.after.error.words");
            }
            return FreeText.errors(errors, sent, "words");
        }

        @Override
        public String save(SentForm sent) {
            years.answer(id, year, unit, sent.text("lives"), FreeText.of(sent, "words"));
            return "/partnerships/" + id + "/years";
        }

        @Override
        public String page(FormAgain again) {
            PartnershipView view = years.partnership(id);
            YearAfter asked = years.of(id).stream()
                    .filter(each -> each.id() == year)
                    .findFirst()
                    .orElseThrow(Refusal::notSeen);
            model.addAttribute("view", view);
            model.addAttribute("unit", view.participant(unit).orElseThrow(Refusal::notSeen));
            model.addAttribute("year", asked);
            model.addAttribute("mine", years.toAnswer(year).contains(unit));
            model.addAttribute("plan", plans(id).get(unit));
            model.addAttribute("again", again);
            return "reporting/after/answer";
        }
    }
}
