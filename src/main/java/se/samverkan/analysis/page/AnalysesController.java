package se.samverkan.analysis.page;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Refusal;

/** The analyses of a case: those that the reader may read, and the way to begin one's own. */
@Controller
@RequestMapping("/partnerships/{partnership}/analyses")
class AnalysesController {

    private final Analyses analyses;
    private final Partnerships partnerships;
    private final Rights rights;

    AnalysesController(Analyses analyses, Partnerships partnerships, Rights rights) {
        this.analyses = analyses;
        this.partnerships = partnerships;
        this.rights = rights;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String list(@PathVariable long partnership, Model model) {
        rights.require(Verb.READ_ANALYSIS);
        PartnershipView view = partnerships.find(partnership).orElseThrow(Refusal::notSeen);
        model.addAttribute("partnership", view);
        model.addAttribute("analyses", analyses.ofPartnership(partnership));
        model.addAttribute("mine", analyses.mayBegin(view));
        return "analysis/page/analyses";
    }

    /** Begins the analysis of a unit; sent twice, it leads to the same one. */
    @PostMapping
    String begin(@PathVariable long partnership, @RequestParam long unit) {
        return "redirect:/analyses/" + analyses.begin(partnership, unit);
    }
}
