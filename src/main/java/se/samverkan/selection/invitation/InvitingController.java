package se.samverkan.selection.invitation;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.selection.invitation.Invitable.Organiser;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.selection.round.Standing.Stage;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The invitations of a round, for its people: who is invited, and a form to invite more while the basis is open. */
@Controller
@RequestMapping("/selection/{round}/invitation")
class InvitingController {

    private final SelectionRounds rounds;
    private final Inviting inviting;
    private final Saving saving;

    InvitingController(SelectionRounds rounds, Inviting inviting, Saving saving) {
        this.rounds = rounds;
        this.inviting = inviting;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long round, Model model) {
        return new OneForm(rounds.round(round), model).first();
    }

    @PostMapping
    String send(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        RoundView prepared = rounds.roundToPrepare(round);
        return saving.save(SentForm.of(fields), new OneForm(prepared, model), response);
    }

    /** The form of new invitations; what two people send at once is told apart by the organisers. */
    private final class OneForm implements Saving.Form {

        private final RoundView round;
        private final Model model;

        OneForm(RoundView round, Model model) {
            this.round = round;
            this.model = model;
        }

        /** As it is shown the first time: everybody is chosen. */
        String first() {
            Stage stage = rounds.stage(round.id());
            List<Organiser> open =
                    stage == Stage.OPEN && round.isPreparedByReader() ? inviting.open(round.id()) : List.of();
            SentForm form = SentForm.empty()
                    .with("last-day", inviting.suggestedDay().toString())
                    .with("organiser", open.stream().map(Organiser::key).toList());
            return page(FormAgain.shown(form), stage, open);
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.day("last-day").filter(inviting::isAhead).isEmpty()) {
                errors = errors.with("last-day", "selection.refusal.answer-by");
            }
            return FreeText.errors(errors, sent, "greeting");
        }

        @Override
        public String save(SentForm sent) {
            LocalDate lastDay = sent.day("last-day").orElseThrow();
            inviting.send(
                    round.id(),
                    new Inviting.Draft(Set.copyOf(sent.all("organiser")), lastDay, FreeText.of(sent, "greeting")));
            return "/selection/" + round.id() + "/invitation";
        }

        @Override
        public SentForm now() {
            return SentForm.empty();
        }

        @Override
        public List<Compared> compared() {
            return List.of();
        }

        @Override
        public String page(FormAgain again) {
            Stage stage = rounds.stage(round.id());
            return page(again, stage, stage == Stage.OPEN ? inviting.open(round.id()) : List.of());
        }

        private String page(FormAgain again, Stage stage, List<Organiser> open) {
            model.addAttribute("round", round);
            model.addAttribute("stage", stage);
            model.addAttribute("sent", inviting.sent(round.id()));
            model.addAttribute("open", open);
            model.addAttribute("again", again);
            return "selection/invitation/inviting";
        }
    }
}
