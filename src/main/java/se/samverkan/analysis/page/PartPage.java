package se.samverkan.analysis.page;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import se.samverkan.analysis.chain.AnalysedUnits;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.EvidenceFigures;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.chain.PartMarks;
import se.samverkan.discussion.Discussion;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;

/** Puts the page of one part together: its text, what it stands under, what stands under it, and what stood there before. */
@Component
class PartPage {

    private final Analyses analyses;
    private final Chains chains;
    private final AnalysedUnits units;
    private final EvidenceFigures figures;
    private final Partnerships partnerships;
    private final Discussion discussion;
    private final PartMarks marks;

    PartPage(
            Analyses analyses,
            Chains chains,
            AnalysedUnits units,
            EvidenceFigures figures,
            Partnerships partnerships,
            Discussion discussion,
            PartMarks marks) {
        this.analyses = analyses;
        this.chains = chains;
        this.units = units;
        this.figures = figures;
        this.partnerships = partnerships;
        this.discussion = discussion;
        this.marks = marks;
    }

    /** @param errors what was refused of something done on the page, other than writing in the part */
    @Transactional(readOnly = true)
    public String of(long id, long partId, Optional<FormAgain> sent, FormErrors errors, Model model) {
        AnalysisView analysis = analyses.analysis(id);
        Chain chain = chains.chain(analysis);
        Part part = chain.find(partId).orElseThrow(Refusal::notSeen);
        FormAgain again = sent.orElseGet(() -> FormAgain.shown(PartForm.of(part)));
        model.addAttribute("analysis", analysis);
        model.addAttribute("chain", chain);
        model.addAttribute("part", part);
        model.addAttribute("mark", marks.of(partId));
        model.addAttribute("again", again);
        model.addAttribute("errors", again.errors().isEmpty() ? errors : again.errors());
        model.addAttribute("kinds", part.is(PartKind.EVIDENCE) ? kinds(analysis) : List.of());
        model.addAttribute("comments", discussion.of("analysis", id).getOrDefault("part-" + partId, List.of()));
        model.addAttribute("texts", chains.keptTexts(analysis, partId));
        model.addAttribute(
                "figure",
                part.figure()
                        .flatMap(kept -> figures.indicator(kept.indicator())
                                .map(indicator -> new FigureNow(
                                        kept,
                                        indicator,
                                        Optional.ofNullable(
                                                figures.revised(analysis, chain).get(partId))))));
        return "analysis/page/part";
    }

    /** The page on which a new part is written. */
    @Transactional(readOnly = true)
    public String added(AnalysisView analysis, PartKind kind, Optional<Long> under, FormAgain again, Model model) {
        Chain chain = chains.chain(analysis);
        model.addAttribute("analysis", analysis);
        model.addAttribute("kind", kind);
        model.addAttribute("under", under.flatMap(chain::find));
        model.addAttribute("again", again);
        model.addAttribute("kinds", kind == PartKind.EVIDENCE ? kinds(analysis) : List.of());
        return "analysis/page/new";
    }

    /** The kinds of evidence that suit the unit. */
    private List<EvidenceKind> kinds(AnalysisView analysis) {
        var partnership = partnerships.find(analysis.partnership()).orElseThrow(Refusal::notSeen);
        return EvidenceKind.suiting(units.isGraded(analysis, units.variant(partnership), units.forms(analysis)));
    }
}
