package se.samverkan.selection.research;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.shared.page.OnceOnPage;

/** Allotted rounds for research: a list, and each as one file. */
@Controller
@RequestMapping("/selection/research")
class ResearchController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final ResearchExport research;

    ResearchController(ResearchExport research) {
        this.research = research;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("rounds", research.rounds());
        return "selection/research/research";
    }

    @GetMapping("/{round}/round.zip")
    ResponseEntity<byte[]> take(@PathVariable long round) {
        return OnceOnPage.file("round-" + round + ".zip", ZIP, research.export(round));
    }
}
