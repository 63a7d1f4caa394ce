package se.samverkan.selection.candidate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.selection.material.InspectorateReports;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Address;

/**
 * The button that asks for the list of the Inspectorate's reports on a unit. Where there is no answer, the unit's page comes
 * back and says so beside it.
 */
@Controller
class ReportController {

    private final SelectionRounds rounds;
    private final InspectorateReports reports;
    private final CandidatePage page;

    ReportController(SelectionRounds rounds, InspectorateReports reports, CandidatePage page) {
        this.rounds = rounds;
        this.reports = reports;
        this.page = page;
    }

    @PostMapping("/selection/{round}/reports")
    String ask(
            @PathVariable long round,
            @RequestParam String unit,
            @RequestParam(defaultValue = "") String form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            reports.ask(round, unit);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", refusal);
            return page.show(rounds.roundToPrepare(round), form, unit, request, model);
        }
        return "redirect:"
                + Address.of("/selection/" + round + "/candidates/" + unit).with("form", form)
                + "#inspectorate";
    }
}
