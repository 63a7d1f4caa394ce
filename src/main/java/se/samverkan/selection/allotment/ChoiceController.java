package se.samverkan.selection.allotment;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;

/**
 * The choice by assessment: the units that need support, the greatest need first, and boxes to choose them with. Where the plan says that
 * a threshold decides: those who reach it, and nothing to choose.
 */
@Controller
@RequestMapping("/selection/{round}/choice")
class ChoiceController {

    private final SelectionRounds rounds;
    private final Choosing choosing;
    private final OnceOnPage once;

    ChoiceController(SelectionRounds rounds, Choosing choosing, OnceOnPage once) {
        this.rounds = rounds;
        this.choosing = choosing;
        this.once = once;
    }

    @GetMapping
    String show(@PathVariable long round, Model model) {
        return page(round, SentForm.empty(), FormErrors.none(), model);
    }

    @PostMapping
    String choose(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        rounds.roundToPrepare(round);
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> choose(round, sent),
                "/selection/" + round + "/allotment",
                errors -> page(round, sent, errors, model),
                response);
    }

    private void choose(long round, SentForm sent) {
        if (choosing.threshold(round).isPresent()) {
            choosing.chooseByThreshold(round);
        } else {
            choosing.choose(round, Set.copyOf(sent.all("unit")));
        }
    }

    private String page(long round, SentForm form, FormErrors errors, Model model) {
        model.addAttribute("round", rounds.round(round));
        model.addAttribute("stage", rounds.stage(round));
        Optional<BigDecimal> threshold = choosing.threshold(round);
        model.addAttribute("threshold", threshold);
        model.addAttribute("needing", threshold.isPresent() ? choosing.reaching(round) : choosing.needing(round));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "selection/allotment/choice";
    }
}
