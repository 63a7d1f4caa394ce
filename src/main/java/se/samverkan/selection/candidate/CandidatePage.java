package se.samverkan.selection.candidate;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.samverkan.selection.candidate.UnitMaterial.Known;
import se.samverkan.selection.round.RoundView;
import se.samverkan.shared.page.PageSource;
import se.samverkan.statistics.FigureWords;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.PublishedFigures;

/** The page of one unit in a round, with how each number was made and the Inspectorate's material. */
@Component
class CandidatePage {

    private final UnitMaterial material;
    private final Indicators indicators;
    private final PublishedFigures figures;
    private final PageSource source;

    CandidatePage(UnitMaterial material, Indicators indicators, PublishedFigures figures, PageSource source) {
        this.material = material;
        this.indicators = indicators;
        this.figures = figures;
        this.source = source;
    }

    /**
     * Fills the model. Asked only with a round that the reader has been shown.
     *
     * @param form the school form, empty for the first one that the unit has
     * @return the name of the view
     */
    String show(RoundView round, String form, String unit, HttpServletRequest request, Model model) {
        Known known = material.of(round, form, unit);
        Naming naming = new Naming(indicators, source.of(request).words());
        model.addAttribute("round", round);
        model.addAttribute("known", known);
        model.addAttribute("naming", naming);
        model.addAttribute("words", new FigureWords(source.of(request).words()));
        model.addAttribute("scale", Scale.of(known.list()));
        model.addAttribute("figures", figures);
        model.addAttribute("trendWords", naming.trend(known.list().trends()));
        return "selection/candidate/candidate";
    }
}
