package se.samverkan.selection.overview;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.selection.allotment.AllotmentView;
import se.samverkan.selection.allotment.Allotting;
import se.samverkan.selection.allotment.Freezing;
import se.samverkan.selection.allotment.MatchedForm;
import se.samverkan.selection.candidate.Naming;
import se.samverkan.selection.decision.Deciding;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.page.PageSource;
import se.samverkan.statistics.Indicators;

/** What the places of a round were allotted to, and how alike those offered and their comparison units are. */
@Controller
@RequestMapping("/selection/{round}/allotment")
class AllotmentController {

    private final SelectionRounds rounds;
    private final Allotting allotting;
    private final Freezing freezing;
    private final Deciding deciding;
    private final Indicators indicators;
    private final PageSource source;

    AllotmentController(
            SelectionRounds rounds,
            Allotting allotting,
            Freezing freezing,
            Deciding deciding,
            Indicators indicators,
            PageSource source) {
        this.rounds = rounds;
        this.allotting = allotting;
        this.freezing = freezing;
        this.deciding = deciding;
        this.indicators = indicators;
        this.source = source;
    }

    @GetMapping
    String show(@PathVariable long round, HttpServletRequest request, Model model) {
        RoundView view = rounds.round(round);
        AllotmentView allotment = allotting
                .allotment(round)
                .filter(AllotmentView::isDone)
                .orElseThrow(se.samverkan.shared.Refusal::notSeen);
        var units = freezing.units(round, allotment.basis());
        model.addAttribute("round", view);
        model.addAttribute("allotment", allotment);
        model.addAttribute(
                "matched",
                view.forms().stream()
                        .map(form -> MatchedForm.of(form.form(), allotment, units))
                        .toList());
        model.addAttribute("decided", deciding.ending(round).isDecided());
        model.addAttribute("naming", new Naming(indicators, source.of(request).words()));
        return "selection/overview/allotment";
    }
}
