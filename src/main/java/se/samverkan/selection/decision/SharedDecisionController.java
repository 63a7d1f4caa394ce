package se.samverkan.selection.decision;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.selection.decision.StoredDecisions.Format;
import se.samverkan.selection.round.Choosers;

/** A decision for those outside its round: its documents, and what it means for one's own units. */
@Controller
@RequestMapping("/selection/decisions")
class SharedDecisionController {

    private final SharedDecisions decisions;
    private final Choosers choosers;

    SharedDecisionController(SharedDecisions decisions, Choosers choosers) {
        this.decisions = decisions;
        this.choosers = choosers;
    }

    @GetMapping("/{round}")
    String show(@PathVariable long round, Model model) {
        SharedDecision decision = decisions.decision(round);
        model.addAttribute("decision", decision);
        model.addAttribute("owner", choosers.name(decision.owner()));
        model.addAttribute("units", decisions.ownUnits(round));
        model.addAttribute("checksum", decisions.checksum(round, Format.PDF));
        return "selection/decision/shareddecision";
    }

    @GetMapping("/{round}/decision.{format}")
    ResponseEntity<byte[]> document(@PathVariable long round, @PathVariable String format) {
        DecisionFile file = DecisionFile.of(format);
        return file.answer("decision", decisions.document(round, file.format()));
    }
}
