package se.samverkan.selection.decision;

import jakarta.servlet.http.HttpServletResponse;
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
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The proposal to a decision: a form, filled in with what was handed back last time. */
@Controller
@RequestMapping("/selection/{round}/proposal")
class ProposalController {

    private final SelectionRounds rounds;
    private final Deciding deciding;
    private final Saving saving;

    ProposalController(SelectionRounds rounds, Deciding deciding, Saving saving) {
        this.rounds = rounds;
        this.deciding = deciding;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long round, Model model) {
        RoundView prepared = deciding.roundToPropose(round);
        DecisionView view = deciding.of(round);
        return page(prepared, view, FormAgain.shown(filled(view)), model);
    }

    @PostMapping
    String propose(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        RoundView prepared = rounds.roundToPrepare(round);
        return saving.save(SentForm.of(fields), new OneForm(prepared, model), response);
    }

    private static SentForm filled(DecisionView view) {
        return view.proposals().stream()
                .findFirst()
                .map(last -> SentForm.empty().with("reasons", last.reasons()).with("case-number", last.caseNumber()))
                .orElse(SentForm.empty());
    }

    private String page(RoundView round, DecisionView view, FormAgain again, Model model) {
        model.addAttribute("round", round);
        model.addAttribute("decision", view);
        model.addAttribute("again", again);
        return "selection/decision/proposal";
    }

    private final class OneForm implements Saving.Form {

        private final RoundView round;
        private final Model model;

        OneForm(RoundView round, Model model) {
            this.round = round;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return ProposalForm.errors(sent);
        }

        @Override
        public String save(SentForm sent) {
            deciding.propose(
                    round.id(), FreeText.of(sent, "reasons"), sent.text("case-number"), ProposalForm.declaration(sent));
            return "/selection/" + round.id() + "/decision";
        }

        @Override
        public String page(FormAgain again) {
            return ProposalController.this.page(round, deciding.of(round.id()), again, model);
        }
    }
}
