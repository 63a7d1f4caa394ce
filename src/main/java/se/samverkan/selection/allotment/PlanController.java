package se.samverkan.selection.allotment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import se.samverkan.selection.candidate.CriterionCatalogue;
import se.samverkan.selection.candidate.Naming;
import se.samverkan.selection.candidate.Windows;
import se.samverkan.selection.method.Utf8;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
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
        return page(round, filled(round, source.of(request).locale()), FormErrors.none(), request, model);
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
                () -> planning.lock(round, sent.version(), PlanForm.draft(sent), sent.text("reason")),
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
    private SentForm filled(long round, Locale locale) {
        List<PlanView> versions = planning.versions(round);
        return versions.isEmpty()
                ? PlanForm.blank(rounds.round(round).lastYear())
                : PlanForm.of(versions.getFirst(), locale);
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
        model.addAttribute("divisions", divisions(naming));
        model.addAttribute(
                "years",
                windows.schoolYears().stream()
                        .map(year -> new Option(year.toString(), year.toString()))
                        .toList());
        return "selection/allotment/plan";
    }

    private static List<Option> divisions(Naming naming) {
        List<Option> options =
                new ArrayList<>(List.of(new Option("", naming.words().text("selection.plan.no-subgroup"))));
        for (Subgroup.By by : Subgroup.By.values()) {
            options.add(new Option(by.name(), naming.words().text("selection.subgroup." + by)));
        }
        return options;
    }
}
