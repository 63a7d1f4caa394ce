package se.samverkan.evaluation.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.evaluation.run.Design;
import se.samverkan.evaluation.run.Evaluations;
import se.samverkan.evaluation.run.Question;
import se.samverkan.selection.EvaluableRounds.Allotment;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Indicators;

/** A round that can be evaluated: its plan with a button, and a form for what is asked beside it. */
@Controller
@RequestMapping("/evaluations/rounds/{round}")
class AskingController {

    private static final String PLANNED = "planned";
    private static final int LONGEST = 2_000;

    private final Evaluations evaluations;
    private final Indicators indicators;
    private final Saving saving;
    private final PageSource source;
    private final TransactionTemplate reading;

    AskingController(
            Evaluations evaluations,
            Indicators indicators,
            Saving saving,
            PageSource source,
            TransactionTemplate transactions) {
        this.evaluations = evaluations;
        this.indicators = indicators;
        this.saving = saving;
        this.source = source;
        this.reading = transactions;
    }

    @GetMapping
    String show(@PathVariable long round, HttpServletRequest request, Model model) {
        return page(round, FormAgain.shown(SentForm.empty()), request, model);
    }

    @PostMapping
    String ask(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        evaluations.allotment(round);
        return saving.save(SentForm.of(fields), new Asking(round, request, model), response);
    }

    private String page(long round, FormAgain again, HttpServletRequest request, Model model) {
        Words words = source.of(request).words();
        reading.executeWithoutResult(status -> {
            Allotment allotment = evaluations.allotment(round);
            model.addAttribute("allotment", allotment);
            model.addAttribute("outcomes", outcomes(allotment, words.locale()));
            model.addAttribute("designs", designs(allotment, words));
            model.addAttribute("names", names(allotment, words));
            model.addAttribute("runs", evaluations.runs(round));
        });
        model.addAttribute("again", again);
        return "evaluation/page/round";
    }

    /** What the planned outcomes are called, with where they are expected to go. */
    private List<String> names(Allotment allotment, Words words) {
        return allotment.plan().outcomes().stream()
                .map(outcome -> words.text(
                        "evaluation.expected." + outcome.direction(),
                        indicators
                                .find(outcome.indicator())
                                .map(known -> known.name(words.locale()))
                                .orElse(outcome.indicator())))
                .toList();
    }

    private List<Option> outcomes(Allotment allotment, Locale locale) {
        return indicators.all().stream()
                .filter(indicator -> indicator.levels().contains("UNIT"))
                .filter(indicator -> indicator.period().equals("SCHOOL_YEAR"))
                .filter(indicator ->
                        indicator.forms().stream().anyMatch(allotment.round().form()::contains))
                .map(indicator -> new Option(indicator.code(), indicator.name(locale)))
                .toList();
    }

    private List<Option> designs(Allotment allotment, Words words) {
        return evaluations.designs(allotment.round()).stream()
                .map(design -> new Option(design.name(), words.text("evaluation.design." + design)))
                .toList();
    }

    private final class Asking implements Saving.Form {

        private final long round;
        private final HttpServletRequest request;
        private final Model model;

        Asking(long round, HttpServletRequest request, Model model) {
            this.round = round;
            this.request = request;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (isPlanned(sent)) {
                return errors;
            }
            if (indicators.find(sent.text("outcome")).filter(this::isOfUnits).isEmpty()) {
                errors = errors.with("outcome", "evaluation.refusal.outcomes");
            }
            int length = sent.text("evaluation-why").length();
            if (length == 0 || length > LONGEST) {
                errors = errors.with("evaluation-why", "evaluation.refusal.why", LONGEST);
            }
            return FreeText.errors(errors, sent, "evaluation-why");
        }

        private boolean isOfUnits(IndicatorView indicator) {
            return indicator.levels().contains("UNIT");
        }

        private static boolean isPlanned(SentForm sent) {
            return sent.text("deed").equals(PLANNED);
        }

        @Override
        public String save(SentForm sent) {
            long id = isPlanned(sent)
                    ? evaluations.askPlanned(round)
                    : evaluations.askBeside(
                            round,
                            new Question(
                                    design(sent),
                                    List.of(sent.text("outcome")),
                                    sent.text("dose").equals("true"),
                                    FreeText.of(sent, "evaluation-why")));
            return "/evaluations/" + id;
        }

        private static Design design(SentForm sent) {
            return Arrays.stream(Design.values())
                    .filter(design -> design.name().equals(sent.text("design")))
                    .findFirst()
                    .orElseThrow(() -> Refusal.malformed("refusal.form-incomplete"));
        }

        @Override
        public String page(FormAgain again) {
            return AskingController.this.page(round, again, request, model);
        }
    }
}
