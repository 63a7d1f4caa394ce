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
import se.samverkan.selection.allotment.Allotting;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** How a decision is shared: whom it concerns, what is written to them, and whether the list of a draw is open to all. */
@Controller
@RequestMapping("/selection/{round}/sharing")
class SharingController {

    private final SelectionRounds rounds;
    private final Sharing sharing;
    private final Deciding deciding;
    private final Allotting allotting;
    private final Saving saving;

    SharingController(SelectionRounds rounds, Sharing sharing, Deciding deciding, Allotting allotting, Saving saving) {
        this.rounds = rounds;
        this.sharing = sharing;
        this.deciding = deciding;
        this.allotting = allotting;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long round, Model model) {
        return page(round, FormAgain.shown(SentForm.empty().with("list-is-public", "true")), model);
    }

    @PostMapping
    String share(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        rounds.roundFor(round, Duty.REVEALER);
        return saving.save(SentForm.of(fields), new OneForm(round, model), response);
    }

    private String page(long round, FormAgain again, Model model) {
        model.addAttribute("round", rounds.round(round));
        model.addAttribute("decided", deciding.of(round).decision().isPresent());
        model.addAttribute("method", allotting.method(round).orElse(null));
        model.addAttribute("concerned", sharing.concerned(round));
        model.addAttribute("shared", sharing.of(round).orElse(null));
        model.addAttribute("again", again);
        return "selection/decision/sharing";
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
            return FreeText.errors(FormErrors.none(), sent, "message");
        }

        @Override
        public String save(SentForm sent) {
            sharing.share(
                    round,
                    FreeText.of(sent, "message"),
                    sent.text("list-is-public").equals("true"));
            return "/selection/" + round + "/sharing";
        }

        @Override
        public String page(FormAgain again) {
            return SharingController.this.page(round, again, model);
        }
    }
}
