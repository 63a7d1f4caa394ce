package se.samverkan.followup.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.followup.report.Printing.Run;
import se.samverkan.records.file.FileAnswer;

/** All reports that one reads, printed in the background: how far it has come, and the packed file. */
@Controller
@RequestMapping("/follow-up-reports/print-runs")
class PrintController {

    private final Printing printing;
    private final FileAnswer answer;

    PrintController(Printing printing, FileAnswer answer) {
        this.printing = printing;
        this.answer = answer;
    }

    @PostMapping
    String ask() {
        return "redirect:/follow-up-reports/print-runs/" + printing.ask();
    }

    /** The page, or for a script that asks again only the part that changes. */
    @GetMapping("/{id}")
    String show(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", required = false) Optional<String> script,
            Model model) {
        Run run = printing.run(id);
        model.addAttribute("run", run);
        model.addAttribute("state", printing.state(run));
        return script.isPresent() ? "followup/report/printed" : "followup/report/printrun";
    }

    @GetMapping("/{id}/reports.zip")
    void file(@PathVariable long id, HttpServletResponse response) throws IOException {
        answer.send(printing.file(printing.run(id)), response);
    }
}
