package se.samverkan.selection.invitation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** One proposal of an invited organiser, for those who prepare the round: accept it, or decline it with a reason. */
@Controller
@RequestMapping("/selection/{round}/requests/{request}")
class ExclusionRequestController {

    private final SelectionRounds rounds;
    private final ExclusionRequests requests;
    private final Saving saving;
    private final OnceOnPage once;

    ExclusionRequestController(SelectionRounds rounds, ExclusionRequests requests, Saving saving, OnceOnPage once) {
        this.rounds = rounds;
        this.requests = requests;
        this.saving = saving;
        this.once = once;
    }

    @GetMapping
    String show(@PathVariable long round, @PathVariable long request, Model model) {
        return page(rounds.round(round), request, FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/acceptance")
    String accept(
            @PathVariable long round,
            @PathVariable long request,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        RoundView prepared = rounds.roundToPrepare(round);
        requests.request(round, request);
        return once.does(
                SentForm.of(fields),
                () -> requests.accept(round, request),
                address(round),
                errors -> page(prepared, request, new FormAgain(SentForm.empty(), errors, List.of()), model),
                response);
    }

    @PostMapping("/decline")
    String decline(
            @PathVariable long round,
            @PathVariable long request,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        RoundView prepared = rounds.roundToPrepare(round);
        requests.request(round, request);
        return saving.save(SentForm.of(fields), new OneForm(prepared, request, model), response);
    }

    private String page(RoundView round, long request, FormAgain again, Model model) {
        model.addAttribute("round", round);
        model.addAttribute("request", requests.request(round.id(), request));
        model.addAttribute("again", again);
        return "selection/invitation/request";
    }

    private static String address(long round) {
        return "/selection/" + round + "/exclusions";
    }

    /** The form of a decline; whoever comes second is told that it is answered. */
    private final class OneForm implements Saving.Form {

        private final RoundView round;
        private final long request;
        private final Model model;

        OneForm(RoundView round, long request, Model model) {
            this.round = round;
            this.request = request;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = sent.text("words").isEmpty()
                    ? FormErrors.none().with("words", "selection.refusal.decline-words")
                    : FormErrors.none();
            return FreeText.errors(errors, sent, "words");
        }

        @Override
        public String save(SentForm sent) {
            requests.decline(round.id(), request, FreeText.of(sent, "words"));
            return address(round.id());
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
            return ExclusionRequestController.this.page(round, request, again, model);
        }
    }
}
