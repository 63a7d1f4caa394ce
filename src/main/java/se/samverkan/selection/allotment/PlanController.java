package se.samverkan.selection.allotment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.selection.allotment.PlanDraft.Direction;
import se.samverkan.selection.allotment.PlanDraft.Outcome;
import se.samverkan.selection.candidate.CriterionCatalogue;
import se.samverkan.selection.candidate.Naming;
import se.samverkan.selection.candidate.Windows;
import se.samverkan.selection.method.Utf8;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.SentForm;
import se.samverkan.statistics.Indicators;

/** The pre-analysis plan of a round: what is locked, and a form for the next version. */
@Controller
@RequestMapping("/selection/{round}/plan")
class PlanController {

    static final int OUTCOMES = 3;
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final SelectionRounds rounds;
    private final Planning planning;
    private final CriterionCatalogue catalogue;
    private final Windows windows;
    private final OnceOnPage once;
    private final Indicators indicators;
    private final PageSource source;

    PlanController(
            SelectionRounds rounds,
            Planning planning,
            CriterionCatalogue catalogue,
            Windows windows,
            OnceOnPage once,
            Indicators indicators,
            PageSource source) {
        this.rounds = rounds;
        this.planning = planning;
        this.catalogue = catalogue;
        this.windows = windows;
        this.once = once;
        this.indicators = indicators;
        this.source = source;
    }

    @GetMapping
    String show(@PathVariable long round, HttpServletRequest request, Model model) {
        return page(round, filled(round), FormErrors.none(), request, model);
    }

    @PostMapping
    String lock(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        rounds.roundToPrepare(round);
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> planning.lock(round, sent.version(), draft(sent), sent.text("reason")),
                "/selection/" + round + "/plan",
                errors -> page(round, sent, errors, request, model),
                response);
    }

    @GetMapping("/{version}/plan.txt")
    ResponseEntity<byte[]> text(@PathVariable long round, @PathVariable int version) {
        PlanView plan = planning.versions(round).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        return OnceOnPage.file("plan.txt", TEXT, Utf8.bytes(plan.text()));
    }

    /** The form with what is locked now. */
    private SentForm filled(long round) {
        List<PlanView> versions = planning.versions(round);
        if (versions.isEmpty()) {
            return SentForm.ofVersion(0)
                    .with("model", PlanDraft.Model.PAIR_FIXED_EFFECTS.name())
                    .with("before", rounds.round(round).lastYear().toString())
                    .with("after", "3");
        }
        PlanDraft draft = versions.getFirst().draft();
        SentForm form = SentForm.ofVersion(versions.getFirst().version())
                .with("model", draft.model().name())
                .with("before", draft.before().toString())
                .with("after", Integer.toString(draft.yearsAfter()))
                .with("hypothesis", draft.hypothesis());
        for (int place = 0; place < draft.outcomes().size(); place++) {
            form = form.with("outcome-" + place, draft.outcomes().get(place).indicator())
                    .with(
                            "direction-" + place,
                            draft.outcomes().get(place).direction().name());
        }
        return form;
    }

    private static PlanDraft draft(SentForm sent) {
        try {
            List<Outcome> outcomes = new ArrayList<>();
            for (int place = 0; place < OUTCOMES; place++) {
                if (!sent.text("outcome-" + place).isEmpty()) {
                    outcomes.add(new Outcome(
                            sent.text("outcome-" + place), Direction.valueOf(sent.text("direction-" + place))));
                }
            }
            return new PlanDraft(
                    PlanDraft.Model.valueOf(sent.text("model")),
                    outcomes,
                    Period.parse(sent.text("before")),
                    Integer.parseInt(sent.text("after")),
                    sent.text("hypothesis"));
        } catch (IllegalArgumentException incomplete) {
            throw Refusal.malformed("refusal.form-incomplete");
        }
    }

    private String page(long id, SentForm form, FormErrors errors, HttpServletRequest request, Model model) {
        RoundView round = rounds.round(id);
        Naming naming = new Naming(indicators, source.of(request).words());
        List<Option> outcomes =
                new ArrayList<>(List.of(new Option("", naming.words().text("selection.plan.none-more"))));
        round.forms().stream()
                .flatMap(each -> catalogue.of(each.form()).stream())
                .map(CriterionCatalogue.Line::indicator)
                .distinct()
                .forEach(indicator -> outcomes.add(new Option(indicator, naming.name(indicator))));
        model.addAttribute("round", round);
        model.addAttribute("versions", planning.versions(id));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("naming", naming);
        model.addAttribute("outcomes", outcomes);
        model.addAttribute(
                "years",
                windows.schoolYears().stream()
                        .map(year -> new Option(year.toString(), year.toString()))
                        .toList());
        return "selection/allotment/plan";
    }
}
