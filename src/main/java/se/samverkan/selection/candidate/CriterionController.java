package se.samverkan.selection.candidate;

import jakarta.servlet.http.HttpServletRequest;
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
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.PublishedFigures;

/** The criteria of a round: a list per school form with how many units each touches, and a form for one. */
@Controller
@RequestMapping("/selection/{round}/criteria")
class CriterionController {

    private final SelectionRounds rounds;
    private final CriteriaSetting setting;
    private final CriterionCatalogue catalogue;
    private final CandidateLists candidates;
    private final PublishedFigures figures;
    private final Indicators indicators;
    private final Saving saving;
    private final SentForms sentForms;
    private final PageSource source;

    CriterionController(
            SelectionRounds rounds,
            CriteriaSetting setting,
            CriterionCatalogue catalogue,
            CandidateLists candidates,
            PublishedFigures figures,
            Indicators indicators,
            Saving saving,
            SentForms sentForms,
            PageSource source) {
        this.rounds = rounds;
        this.setting = setting;
        this.catalogue = catalogue;
        this.candidates = candidates;
        this.figures = figures;
        this.indicators = indicators;
        this.saving = saving;
        this.sentForms = sentForms;
        this.source = source;
    }

    @GetMapping
    String list(@PathVariable long round, HttpServletRequest request, Model model) {
        RoundView view = rounds.round(round);
        CriteriaView criteria = setting.current(round);
        model.addAttribute("round", view);
        model.addAttribute("criteria", criteria);
        model.addAttribute("lists", candidates.of(view, criteria));
        model.addAttribute("catalogue", catalogue);
        model.addAttribute("naming", naming(request));
        return "selection/candidate/criteria";
    }

    @GetMapping("/new")
    String empty(
            @PathVariable long round,
            @RequestParam String form,
            @RequestParam String indicator,
            HttpServletRequest request,
            Model model) {
        RoundView view = rounds.roundToPrepare(round);
        CriterionCatalogue.Line line = line(form, indicator);
        return form(view, 0, line, FormAgain.shown(blank(view, line)), request, model);
    }

    @PostMapping
    String add(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        RoundView view = rounds.roundToPrepare(round);
        SentForm sent = SentForm.of(fields);
        CriterionCatalogue.Line line = line(sent.text("form"), sent.text("indicator"));
        return saving.save(sent, new OneForm(view, 0, line, request, model), response);
    }

    @GetMapping("/{number}")
    String filled(@PathVariable long round, @PathVariable int number, HttpServletRequest request, Model model) {
        RoundView view = rounds.roundToPrepare(round);
        Criterion criterion = criterion(round, number);
        SentForm form = now(round, criterion, request);
        return form(view, number, line(criterion.form(), criterion.indicator()), FormAgain.shown(form), request, model);
    }

    @PostMapping("/{number}")
    String change(
            @PathVariable long round,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        RoundView view = rounds.roundToPrepare(round);
        Criterion criterion = criterion(round, number);
        CriterionCatalogue.Line line = line(criterion.form(), criterion.indicator());
        return saving.save(SentForm.of(fields), new OneForm(view, number, line, request, model), response);
    }

    @PostMapping("/{number}/remove")
    String remove(
            @PathVariable long round, @PathVariable int number, @RequestParam MultiValueMap<String, String> fields) {
        rounds.roundToPrepare(round);
        SentForm sent = SentForm.of(fields);
        return "redirect:"
                + sentForms.once(sent.token(), () -> {
                    setting.remove(round, sent.version(), number);
                    return address(round);
                });
    }

    private SentForm blank(RoundView round, CriterionCatalogue.Line line) {
        return CriterionForm.blank(
                setting.current(round.id()).version(),
                line,
                figures.periods(line.indicator()).stream()
                        .filter(period -> period.compareTo(round.lastYear()) <= 0)
                        .findFirst()
                        .or(() -> figures.periods(line.indicator()).stream().findFirst()));
    }

    private SentForm now(long round, Criterion criterion, HttpServletRequest request) {
        return CriterionForm.of(
                setting.current(round).version(), criterion, source.of(request).locale());
    }

    private Criterion criterion(long round, int number) {
        return setting.current(round).criteria().stream()
                .filter(criterion -> criterion.number() == number)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    private CriterionCatalogue.Line line(String form, String indicator) {
        return catalogue.find(form, indicator).orElseThrow(Refusal::notSeen);
    }

    private Naming naming(HttpServletRequest request) {
        return new Naming(indicators, source.of(request).words());
    }

    private String form(
            RoundView round,
            int number,
            CriterionCatalogue.Line line,
            FormAgain again,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("round", round);
        model.addAttribute("number", number);
        model.addAttribute("line", line);
        model.addAttribute("again", again);
        model.addAttribute("naming", naming(request));
        model.addAttribute(
                "periods",
                figures.periods(line.indicator()).stream()
                        .map(period -> new Option(period.toString(), period.toString()))
                        .toList());
        return "selection/candidate/criterion";
    }

    private static String address(long round) {
        return "/selection/" + round + "/criteria";
    }

    /** The form of a criterion; 0 is the number of a new one. */
    private final class OneForm implements Saving.Form {

        private final RoundView round;
        private final int number;
        private final CriterionCatalogue.Line line;
        private final HttpServletRequest request;
        private final Model model;

        OneForm(RoundView round, int number, CriterionCatalogue.Line line, HttpServletRequest request, Model model) {
            this.round = round;
            this.number = number;
            this.line = line;
            this.request = request;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return CriterionForm.errors(sent);
        }

        @Override
        public String save(SentForm sent) {
            setting.set(round.id(), sent.version(), CriterionForm.criterion(sent, number, line));
            return address(round.id());
        }

        @Override
        public SentForm now() {
            return number == 0
                    ? blank(round, line)
                    : CriterionController.this.now(round.id(), criterion(round.id(), number), request);
        }

        @Override
        public List<Compared> compared() {
            return CriterionForm.COMPARED;
        }

        @Override
        public String page(FormAgain again) {
            return form(round, number, line, again, request, model);
        }
    }
}
