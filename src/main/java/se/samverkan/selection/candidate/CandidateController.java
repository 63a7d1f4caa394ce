package se.samverkan.selection.candidate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Pager;
import se.samverkan.statistics.Indicators;

/** The candidates of a round: a list that never is a league table, and one unit with how each number was made. */
@Controller
@RequestMapping("/selection/{round}/candidates")
class CandidateController {

    private static final int ON_A_PAGE = 50;

    private final SelectionRounds rounds;
    private final CriteriaSetting criteria;
    private final CandidateLists lists;
    private final CandidatePage page;
    private final Indicators indicators;
    private final PageSource source;

    CandidateController(
            SelectionRounds rounds,
            CriteriaSetting criteria,
            CandidateLists lists,
            CandidatePage page,
            Indicators indicators,
            PageSource source) {
        this.rounds = rounds;
        this.criteria = criteria;
        this.lists = lists;
        this.page = page;
        this.indicators = indicators;
        this.source = source;
    }

    @GetMapping
    String list(
            @PathVariable long round,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "TOUCHED") String show,
            @RequestParam(defaultValue = "NAME") String order,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        RoundView view = rounds.round(round);
        CandidateList list = list(view, form);
        CandidateQuery query = new CandidateQuery(list.form().form(), q, show, order);
        List<Candidate> found = query.of(list);
        Pager pager = new Pager(Math.max(1, page), ON_A_PAGE);
        model.addAttribute("round", view);
        model.addAttribute("list", list);
        model.addAttribute("query", query);
        model.addAttribute("total", found.size());
        model.addAttribute("pager", pager);
        model.addAttribute(
                "shown", found.stream().skip(pager.first() - 1).limit(ON_A_PAGE).toList());
        model.addAttribute("naming", naming(request));
        model.addAttribute("scale", Scale.of(list));
        model.addAttribute("trendWords", naming(request).trend(list.trends()));
        return "selection/candidate/candidates";
    }

    /** The list of the form that is asked for, or of the round's first. */
    private CandidateList list(RoundView round, String form) {
        FormPlaces places = round.form(form).orElseGet(() -> round.forms().getFirst());
        return lists.of(round, places, criteria.current(round.id()));
    }

    @GetMapping("/{unit}")
    String one(
            @PathVariable long round,
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String form,
            HttpServletRequest request,
            Model model) {
        return page.show(rounds.round(round), form, unit, request, model);
    }

    private Naming naming(HttpServletRequest request) {
        return new Naming(indicators, source.of(request).words());
    }
}
