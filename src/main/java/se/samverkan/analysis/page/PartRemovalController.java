package se.samverkan.analysis.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;

/** Removes a part, shows what has been removed, and takes it back within 30 days. */
@Controller
@RequestMapping("/analyses/{id}")
class PartRemovalController {

    private final Analyses analyses;
    private final Chains chains;
    private final PartPage pages;
    private final OnceOnPage once;

    PartRemovalController(Analyses analyses, Chains chains, PartPage pages, OnceOnPage once) {
        this.analyses = analyses;
        this.chains = chains;
        this.pages = pages;
        this.once = once;
    }

    @PostMapping("/parts/{part}/removal")
    String remove(
            @PathVariable long id,
            @PathVariable long part,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return once.does(
                SentForm.of(fields),
                () -> chains.remove(id, part),
                "/analyses/" + id + "?removed=" + part,
                errors -> pages.of(id, part, Optional.empty(), errors, model),
                response);
    }

    @PostMapping("/parts/{part}/restoration")
    String restore(@PathVariable long id, @PathVariable long part) {
        chains.restore(id, part);
        return "redirect:/analyses/" + id + "/parts/" + part;
    }

    @GetMapping("/removed")
    String removed(@PathVariable long id, Model model) {
        AnalysisView analysis = analyses.toWrite(id);
        model.addAttribute("analysis", analysis);
        model.addAttribute("parts", chains.removed(analysis));
        return "analysis/page/removed";
    }
}
