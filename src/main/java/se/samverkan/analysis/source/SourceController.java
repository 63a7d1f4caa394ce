package se.samverkan.analysis.source;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** Takes in as evidence what a survey, an idea round, a meeting or a document says, so that nobody copies it by hand. */
@Controller
@RequestMapping("/analyses/{id}/sources")
class SourceController {

    private final Analyses analyses;
    private final Chains chains;
    private final EvidenceSources sources;
    private final Saving saving;
    private final PageSource source;

    SourceController(Analyses analyses, Chains chains, EvidenceSources sources, Saving saving, PageSource source) {
        this.analyses = analyses;
        this.chains = chains;
        this.sources = sources;
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
        model.addAttribute("groups", sources.choices(analysis, words));
        return "analysis/source/choose";
    }

    private static Optional<Long> under(SentForm sent) {
        return Optional.of(sent.text("under"))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong);
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
            FormErrors errors =
                    sources.choice(analysis, sent.text("chosen"), words).isEmpty()
                            ? FormErrors.none().with("chosen", "analysis.refusal.source")
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
            String remark = FreeText.of(sent, "part-words").text().replace("\r\n", "\n");
            return analysis.address() + "/parts/"
                    + sources.take(analysis, sent.text("chosen"), remark, under(sent), words);
        }

        @Override
        public String page(FormAgain again) {
            return SourceController.this.page(analysis, again, words, model);
        }
    }
}
