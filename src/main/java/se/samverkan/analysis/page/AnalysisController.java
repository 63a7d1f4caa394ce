package se.samverkan.analysis.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of an analysis: what is loose, what is asked, the tree of one problem at a time, the whole as an outline. */
@Controller
@RequestMapping("/analyses/{id}")
class AnalysisController {

    private final AnalysisReading reading;

    AnalysisController(AnalysisReading reading) {
        this.reading = reading;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long problem,
            @RequestParam(defaultValue = "0") long removed,
            Model model) {
        model.addAttribute("now", reading.read(id));
        model.addAttribute("problem", problem);
        model.addAttribute("removed", removed);
        return "analysis/page/analysis";
    }
}
