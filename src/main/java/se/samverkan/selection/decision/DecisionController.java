package se.samverkan.selection.decision;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Actor;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The decision of a round: the proposal that waits, the form of whoever decides, and the documents of what was decided. */
@Controller
@RequestMapping("/selection/{round}/decision")
class DecisionController {

    private final SelectionRounds rounds;
    private final Deciding deciding;
    private final Saving saving;

    DecisionController(SelectionRounds rounds, Deciding deciding, Saving saving) {
        this.rounds = rounds;
        this.deciding = deciding;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long round, Model model) {
        int waiting =
                deciding.of(round).open().map(DecisionView.Proposal::version).orElse(0);
        return page(round, FormAgain.shown(SentForm.ofVersion(waiting)), model);
    }

    @PostMapping
    String decide(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        rounds.roundFor(round, Duty.DECIDER);
        return saving.save(SentForm.of(fields), new Decide(round, model), response);
    }

    @PostMapping("/back")
    String handBack(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        rounds.roundFor(round, Duty.DECIDER);
        return saving.save(SentForm.of(fields), new HandBack(round, model), response);
    }

    @PostMapping("/recusal")
    String standAside(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        rounds.round(round);
        return saving.save(SentForm.of(fields), new StandAside(round, model), response);
    }

    @GetMapping("/draft.{format}")
    ResponseEntity<byte[]> draft(@PathVariable long round, @PathVariable String format) {
        DecisionFile file = DecisionFile.of(format);
        return file.answer("draft", deciding.draft(round, file.format()));
    }

    @GetMapping("/decision.{format}")
    ResponseEntity<byte[]> document(@PathVariable long round, @PathVariable String format) {
        DecisionFile file = DecisionFile.of(format);
        return file.answer("decision", deciding.document(round, file.format()));
    }

    private String page(long round, FormAgain again, Model model) {
        DecisionView view = deciding.of(round);
        model.addAttribute("round", rounds.round(round));
        model.addAttribute("stage", rounds.stage(round));
        model.addAttribute("decision", view);
        model.addAttribute("reader", Actor.current().person());
        model.addAttribute("again", again);
        return "selection/decision/decision";
    }

    /** What the three forms of the page share. */
    private abstract class OnPage implements Saving.Form {

        final long round;
        private final Model model;

        OnPage(long round, Model model) {
            this.round = round;
            this.model = model;
        }

        String address() {
            return "/selection/" + round + "/decision";
        }

        @Override
        public String page(FormAgain again) {
            return DecisionController.this.page(round, again, model);
        }
    }

    private final class Decide extends OnPage {

        Decide(long round, Model model) {
            super(round, model);
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FreeText.errors(ProposalForm.undeclared(sent), sent, "reasons", "interest");
        }

        @Override
        public String save(SentForm sent) {
            deciding.decide(round, sent.version(), FreeText.of(sent, "reasons"), ProposalForm.declaration(sent));
            return address();
        }
    }

    private final class HandBack extends OnPage {

        HandBack(long round, Model model) {
            super(round, model);
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = sent.text("back-reason").isEmpty()
                    ? FormErrors.none().with("back-reason", "selection.refusal.reason")
                    : FormErrors.none();
            return FreeText.errors(errors, sent, "back-reason");
        }

        @Override
        public String save(SentForm sent) {
            deciding.handBack(round, sent.version(), FreeText.of(sent, "back-reason"));
            return address();
        }
    }

    private final class StandAside extends OnPage {

        StandAside(long round, Model model) {
            super(round, model);
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = sent.text("aside-reason").isEmpty()
                    ? FormErrors.none().with("aside-reason", "selection.refusal.reason")
                    : FormErrors.none();
            return FreeText.errors(errors, sent, "aside-reason");
        }

        @Override
        public String save(SentForm sent) {
            deciding.standAside(round, FreeText.of(sent, "aside-reason"));
            return address();
        }
    }
}
