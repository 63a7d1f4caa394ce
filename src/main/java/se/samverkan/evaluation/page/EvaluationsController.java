package se.samverkan.evaluation.page;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samverkan.evaluation.run.Evaluations;

/** The rounds that can be evaluated, and what has been. */
@Controller
class EvaluationsController {

    private final Evaluations evaluations;

    EvaluationsController(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @GetMapping("/evaluations")
    @Transactional(readOnly = true)
    public String list(Model model) {
        model.addAttribute("runs", evaluations.runs());
        model.addAttribute("rounds", evaluations.mayAsk() ? evaluations.rounds() : List.of());
        model.addAttribute("mayAsk", evaluations.mayAsk());
        return "evaluation/page/evaluations";
    }
}
