package se.samverkan.analysis.own;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Takes in the values of an own figure that somebody has in a spreadsheet already, term by term. */
@Controller
@RequestMapping("/analyses/{id}/own-figures/{indicator}/lines")
class OwnLinesController {

    private static final String FIELD = "lines";

    private final Analyses analyses;
    private final OwnFigures figures;
    private final Saving saving;
    private final Clock clock;

    OwnLinesController(Analyses analyses, OwnFigures figures, Saving saving, Clock clock) {
        this.analyses = analyses;
        this.figures = figures;
        this.saving = saving;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String form(@PathVariable long id, @PathVariable long indicator, Model model) {
        return new OneForm(analyses.toWrite(id), indicator, model).page(FormAgain.shown(SentForm.empty()));
    }

    @PostMapping
    String take(
            @PathVariable long id,
            @PathVariable long indicator,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(analyses.toWrite(id), indicator, model), response);
    }

    private final class OneForm implements Saving.Form {

        private final AnalysisView analysis;
        private final OwnIndicator indicator;
        private final Model model;

        OneForm(AnalysisView analysis, long indicator, Model model) {
            this.analysis = analysis;
            this.indicator = figures.indicator(analysis, indicator);
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return OwnLines.of(sent.text(FIELD)).errors(FIELD);
        }

        @Override
        public String save(SentForm sent) {
            figures.putAll(
                    analysis.id(),
                    indicator.id(),
                    OwnLines.of(sent.text(FIELD)).lines(),
                    Period.termOf(LocalDate.now(clock)),
                    false);
            return analysis.address() + "/own-figures";
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("analysis", analysis);
            model.addAttribute("indicator", indicator);
            model.addAttribute("again", again);
            return "analysis/own/lines";
        }
    }
}
