package se.samverkan.selection.decision;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.selection.method.Utf8;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.OnceOnPage;

/** Every draw for everybody, without login: what was committed to, and how to repeat it by hand. */
@Controller
@RequestMapping("/draws")
class PublishedDrawController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final PublishedDraws draws;

    PublishedDrawController(PublishedDraws draws) {
        this.draws = draws;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("draws", draws.all());
        return "selection/decision/publisheddraws";
    }

    @GetMapping("/{checksum}")
    String show(@PathVariable String checksum, Model model) {
        model.addAttribute("draw", draws.draw(checksum));
        return "selection/decision/publisheddraw";
    }

    @GetMapping("/{checksum}/list.csv")
    ResponseEntity<byte[]> file(@PathVariable String checksum) {
        return draws.draw(checksum)
                .open()
                .map(open -> OnceOnPage.file("list.csv", CSV, Utf8.bytes(open.list())))
                .orElseThrow(Refusal::notSeen);
    }
}
