package se.samverkan.analysis.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
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
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.EvidenceFigures;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.analysis.chain.KeptFigure;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.PublishedFigures.UnitFigure;

/** Takes a published figure of the unit in as evidence: chosen from a list, so that nobody types a number. */
@Controller
@RequestMapping("/analyses/{id}/figures")
class FigureController {

    private final Analyses analyses;
    private final Chains chains;
    private final EvidenceFigures figures;
    private final Saving saving;
    private final PageSource source;

    FigureController(Analyses analyses, Chains chains, EvidenceFigures figures, Saving saving, PageSource source) {
        this.analyses = analyses;
        this.chains = chains;
        this.figures = figures;
        this.saving = saving;
        this.source = source;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String choose(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String under,
            HttpServletRequest request,
            Model model) {
        SentForm form = SentForm.empty().with("under", under);
        return page(analyses.toWrite(id), FormAgain.shown(form), words(request), model);
    }

    @PostMapping
    String take(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Taking(analyses.toWrite(id), words(request), model), response);
    }

    private Words words(HttpServletRequest request) {
        return source.of(request).words();
    }

    private String page(AnalysisView analysis, FormAgain again, Words words, Model model) {
        model.addAttribute("analysis", analysis);
        model.addAttribute("again", again);
        model.addAttribute("under", under(again.form()).flatMap(chains.chain(analysis)::find));
        model.addAttribute("groups", FigureGroup.of(figures.ofUnit(analysis), figures, words));
        return "analysis/page/figures";
    }

    private static Optional<Long> under(SentForm sent) {
        return Optional.of(sent.text("under"))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong);
    }

    private Optional<UnitFigure> chosen(AnalysisView analysis, SentForm sent) {
        List<UnitFigure> all = figures.ofUnit(analysis);
        return all.stream()
                .filter(each -> FigureGroup.key(each).equals(sent.text("chosen")))
                .findFirst();
    }

    private final class Taking implements Saving.Form {

        private final AnalysisView analysis;
        private final Words words;
        private final Model model;

        Taking(AnalysisView analysis, Words words, Model model) {
            this.analysis = analysis;
            this.words = words;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = chosen(analysis, sent).isEmpty()
                    ? FormErrors.none().with("chosen", "analysis.refusal.figure")
                    : FormErrors.none();
            if (sent.text("part-words").length() > PartDraft.MOST_OF_WORDS) {
                errors = errors.with(
                        "part-words",
                        "analysis.refusal.words-long",
                        PartDraft.MOST_OF_WORDS,
                        sent.text("part-words").length());
            }
            return FreeText.errors(errors, sent, "part-words");
        }

        @Override
        public String save(SentForm sent) {
            KeptFigure kept = figures.keep(chosen(analysis, sent).orElseThrow());
            String title = figures.indicator(kept.indicator())
                    .map(indicator -> new FigureSentence(indicator, words).of(kept))
                    .orElse(kept.indicator());
            PartDraft draft = new PartDraft(
                    PartKind.EVIDENCE,
                    EvidenceKind.FIGURE.name(),
                    "",
                    "",
                    title,
                    FreeText.of(sent, "part-words").text().replace("\r\n", "\n"),
                    "");
            long part = chains.add(analysis.id(), draft, kept, under(sent));
            return analysis.address() + "/parts/" + part;
        }

        @Override
        public String page(FormAgain again) {
            return FigureController.this.page(analysis, again, words, model);
        }
    }
}
