package se.samverkan.evaluation.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.evaluation.run.Prospects;
import se.samverkan.shared.page.PageSource;

/** What size of effect a round could see, with its own numbers or with others that one wants to try. */
@Controller
class ProspectController {

    private final Prospects prospects;
    private final PageSource source;

    ProspectController(Prospects prospects, PageSource source) {
        this.prospects = prospects;
        this.source = source;
    }

    @GetMapping("/evaluations/prospects/{round}")
    String show(
            @PathVariable long round,
            @RequestParam(defaultValue = "") String places,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("outlook", prospects.outlook(round, number(places), number(after)));
        model.addAttribute("locale", source.of(request).locale());
        model.addAttribute("places", places.strip());
        return "evaluation/page/prospect";
    }

    /** What was written, where it is a number; else the round's own counts. */
    private static OptionalInt number(String written) {
        try {
            return OptionalInt.of(Integer.parseInt(written.strip()));
        } catch (NumberFormatException none) {
            return OptionalInt.empty();
        }
    }
}
