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
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The end of a round: how it ended, or the form that ends it. */
@Controller
@RequestMapping("/selection/{round}/closing")
class ClosingController {

    private final SelectionRounds rounds;
    private final Closing closing;
    private final Saving saving;

    ClosingController(SelectionRounds rounds, Closing closing, Saving saving) {
        this.rounds = rounds;
        this.closing = closing;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long round, Model model) {
        return page(round, FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping
    String close(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        rounds.roundToPrepare(round);
        return saving.save(SentForm.of(fields), new OneForm(round, model), response);
    }

    private String page(long round, FormAgain again, Model model) {
        model.addAttribute("round", rounds.round(round));
        model.addAttribute("closed", closing.of(round).orElse(null));
        model.addAttribute("needsReason", closing.needsReason(round));
        model.addAttribute("again", again);
        return "selection/decision/closing";
    }

    private final class OneForm implements Saving.Form {

        private final long round;
        private final Model model;

        OneForm(long round, Model model) {
            this.round = round;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = sent.text("reason").isEmpty() && closing.needsReason(round)
                    ? FormErrors.none().with("reason", "selection.refusal.closing-reason")
                    : FormErrors.none();
            return FreeText.errors(errors, sent, "reason");
        }

        @Override
        public String save(SentForm sent) {
            closing.close(round, FreeText.of(sent, "reason"));
            return "/selection/" + round;
        }

        @Override
        public String page(FormAgain again) {
            return ClosingController.this.page(round, again, model);
        }
    }
}
