package se.samverkan.selection.invitation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.selection.material.Exclusions;
import se.samverkan.selection.material.StoredExclusions.Kept;
import se.samverkan.selection.round.RoundMaterial.Reason;
import se.samverkan.selection.round.RoundUnits;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The exclusions of a round: a list, a form for one more, and the way to take one back. */
@Controller
@RequestMapping("/selection/{round}/exclusions")
class ExclusionController {

    private final SelectionRounds rounds;
    private final Exclusions exclusions;
    private final ExclusionRequests requests;
    private final RoundUnits units;
    private final Saving saving;
    private final SentForms sentForms;

    ExclusionController(
            SelectionRounds rounds,
            Exclusions exclusions,
            ExclusionRequests requests,
            RoundUnits units,
            Saving saving,
            SentForms sentForms) {
        this.rounds = rounds;
        this.exclusions = exclusions;
        this.requests = requests;
        this.units = units;
        this.saving = saving;
        this.sentForms = sentForms;
    }

    @GetMapping
    String list(@PathVariable long round, Model model) {
        List<Kept> all = exclusions.all(round);
        model.addAttribute("round", rounds.round(round));
        model.addAttribute("exclusions", all);
        model.addAttribute("requests", requests.all(round));
        model.addAttribute("units", units.byId(all.stream().map(Kept::unit).toList()));
        return "selection/invitation/exclusions";
    }

    @GetMapping("/new")
    String empty(
            @PathVariable long round,
            @RequestParam String unit,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        return form(rounds.roundToPrepare(round), unit, FormAgain.shown(blank(reason)), model);
    }

    @PostMapping
    String exclude(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        RoundView prepared = rounds.roundToPrepare(round);
        SentForm sent = SentForm.of(fields);
        return saving.save(sent, new OneForm(prepared, sent.text("unit"), model), response);
    }

    @PostMapping("/{exclusion}/withdrawal")
    String withdraw(
            @PathVariable long round,
            @PathVariable long exclusion,
            @RequestParam MultiValueMap<String, String> fields) {
        rounds.roundToPrepare(round);
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    exclusions.withdraw(round, exclusion);
                    return address(round);
                });
    }

    private String form(RoundView round, String unit, FormAgain again, Model model) {
        model.addAttribute("round", round);
        model.addAttribute("unit", units.of(round, unit));
        model.addAttribute("again", again);
        return "selection/invitation/exclusion";
    }

    private static SentForm blank(String reason) {
        return SentForm.empty().with("reason", reason);
    }

    private static boolean isReason(String text) {
        return Arrays.stream(Reason.values()).anyMatch(reason -> reason.name().equals(text));
    }

    private static String address(long round) {
        return "/selection/" + round + "/exclusions";
    }

    /** The form of a new exclusion; there is nothing that two people could change at once. */
    private final class OneForm implements Saving.Form {

        private final RoundView round;
        private final String unit;
        private final Model model;

        OneForm(RoundView round, String unit, Model model) {
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
                errors = errors.with("note", "selection.refusal.exclusion-note");
            }
            return FreeText.errors(errors, sent, "note");
        }

        @Override
        public String save(SentForm sent) {
            exclusions.exclude(round.id(), unit, Reason.valueOf(sent.text("reason")), FreeText.of(sent, "note"));
            return address(round.id());
        }

        @Override
        public SentForm now() {
            return blank("");
        }

        @Override
        public List<Compared> compared() {
            return List.of();
        }

        @Override
        public String page(FormAgain again) {
            return form(round, unit, again, model);
        }
    }
}
