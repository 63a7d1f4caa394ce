package se.samverkan.selection.material;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The button that asks for the list of the Inspectorate's reports on a unit. */
@Controller
class ReportController {

    private final InspectorateReports reports;

    ReportController(InspectorateReports reports) {
        this.reports = reports;
    }

    @PostMapping("/selection/{round}/reports")
    String ask(@PathVariable long round, @RequestParam String unit) {
        reports.ask(round, unit);
        return "redirect:/selection/" + round + "/candidates/" + unit + "#inspectorate";
    }
}
