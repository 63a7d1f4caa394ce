package se.samverkan.intervention.matching;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.commission.Giving;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Refusal;

/** The interventions of a case: its commissions, what was chosen in the analyses that the reader reads, and the way to more. */
@Controller
class CaseMatchesController {

    private final Partnerships partnerships;
    private final Analyses analyses;
    private final Matching matching;
    private final Commissions commissions;
    private final Giving giving;
    private final Rights rights;

    CaseMatchesController(
            Partnerships partnerships,
            Analyses analyses,
            Matching matching,
            Commissions commissions,
            Giving giving,
            Rights rights) {
        this.commissions = commissions;
        this.giving = giving;
        this.partnerships = partnerships;
        this.analyses = analyses;
        this.matching = matching;
        this.rights = rights;
    }

    @GetMapping("/partnerships/{id}/interventions")
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, Model model) {
        rights.require(Verb.READ_CATALOGUE);
        PartnershipView partnership = partnerships.find(id).orElseThrow(Refusal::notSeen);
        List<AnalysisView> all = analyses.ofPartnership(id);
        model.addAttribute("partnership", partnership);
        model.addAttribute("analyses", all);
        model.addAttribute("chosen", matching.ofPartnership(id));
        model.addAttribute("commissions", commissions.ofPartnership(id));
        model.addAttribute("mayGive", giving.mayGive(partnership));
        return "intervention/matching/case";
    }
}
