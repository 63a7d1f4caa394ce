package se.samverkan.selection.decision;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.selection.allotment.Allotted;
import se.samverkan.selection.decision.OfferList.Reason;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Who is to be offered support now, the reserves in order, and the form with which a unit is left out for the next one. */
@Controller
@RequestMapping("/selection/{round}/offers")
class ReserveController {

    private final SelectionRounds rounds;
    private final Reserves reserves;
    private final Saving saving;

    ReserveController(SelectionRounds rounds, Reserves reserves, Saving saving) {
        this.rounds = rounds;
        this.reserves = reserves;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long round, Model model) {
        model.addAttribute("round", rounds.round(round));
        model.addAttribute("offers", reserves.offers(round).orElse(null));
        return "selection/decision/offers";
    }

    @GetMapping("/{unit}/replacement")
    String empty(@PathVariable long round, @PathVariable long unit, Model model) {
        return form(rounds.roundToPrepare(round), unit, FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/{unit}/replacement")
    String replace(
            @PathVariable long round,
            @PathVariable long unit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        RoundView prepared = rounds.roundToPrepare(round);
        return saving.save(SentForm.of(fields), new OneForm(prepared, unit, model), response);
    }

    private String form(RoundView round, long unit, FormAgain again, Model model) {
        OfferList offers = reserves.offers(round.id()).orElseThrow(Refusal::notSeen);
        Allotted leaving = offers.find(unit).orElseThrow(Refusal::notSeen);
        model.addAttribute("round", round);
        model.addAttribute("leaving", leaving);
        model.addAttribute("reserve", offers.next(leaving).orElse(null));
        model.addAttribute("order", offers.next(leaving).map(offers::order).orElse(0));
        model.addAttribute("again", again);
        return "selection/decision/replacement";
    }

    private static boolean isReason(String text) {
        return Arrays.stream(Reason.values()).anyMatch(reason -> reason.name().equals(text));
    }

    private final class OneForm implements Saving.Form {

        private final RoundView round;
        private final long unit;
        private final Model model;

        OneForm(RoundView round, long unit, Model model) {
            this.round = round;
            this.unit = unit;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (!isReason(sent.text("reason"))) {
                errors = errors.with("reason", "selection.refusal.exclusion-reason");
            }
            if (sent.text("reason").equals(Reason.OTHER.name())
                    && sent.text("note").isEmpty()) {
                errors = errors.with("note", "selection.refusal.replacement-note");
            }
            return FreeText.errors(errors, sent, "note");
        }

        @Override
        public String save(SentForm sent) {
            reserves.replace(round.id(), unit, Reason.valueOf(sent.text("reason")), FreeText.of(sent, "note"));
            return "/selection/" + round.id() + "/offers";
        }

        @Override
        public String page(FormAgain again) {
            return form(round, unit, again, model);
        }
    }
}
