package se.samverkan.analysis.workshop;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The researchers' workshop: the root causes, and beside each which kind of intervention could meet it. */
@Controller
@RequestMapping("/analyses/{id}/workshop")
class WorkshopController {

    private final Analyses analyses;
    private final Workshop workshop;
    private final Saving saving;

    WorkshopController(Analyses analyses, Workshop workshop, Saving saving) {
        this.analyses = analyses;
        this.workshop = workshop;
        this.saving = saving;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, Model model) {
        AnalysisView analysis = analyses.analysis(id);
        model.addAttribute("analysis", analysis);
        model.addAttribute("causes", workshop.causes(analysis));
        model.addAttribute("suggestions", workshop.suggestions(analysis));
        return "analysis/workshop/workshop";
    }

    @GetMapping("/{cause}")
    @Transactional(readOnly = true)
    public String form(@PathVariable long id, @PathVariable long cause, Model model) {
        AnalysisView analysis = analyses.analysis(id);
        return page(analysis, workshop.cause(analysis, cause), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/{cause}")
    String suggest(
            @PathVariable long id,
            @PathVariable long cause,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        AnalysisView analysis = analyses.analysis(id);
        return saving.save(
                SentForm.of(fields), new Suggesting(analysis, workshop.cause(analysis, cause), model), response);
    }

    @PostMapping("/{cause}/{suggestion}/withdrawal")
    String takeBack(@PathVariable long id, @PathVariable long cause, @PathVariable long suggestion) {
        workshop.takeBack(id, suggestion);
        return "redirect:/analyses/" + id + "/workshop#cause-" + cause;
    }

    private static String page(AnalysisView analysis, Part cause, FormAgain again, Model model) {
        model.addAttribute("analysis", analysis);
        model.addAttribute("cause", cause);
        model.addAttribute("again", again);
        return "analysis/workshop/suggestion";
    }

    private static Optional<EvidenceBase> base(SentForm sent) {
        return Arrays.stream(EvidenceBase.values())
                .filter(each -> each.name().equals(sent.text("base")))
                .findFirst();
    }

    private final class Suggesting implements Saving.Form {

        private final AnalysisView analysis;
        private final Part cause;
        private final Model model;

        Suggesting(AnalysisView analysis, Part cause, Model model) {
            this.analysis = analysis;
            this.cause = cause;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.text("suggestion-what").isEmpty()) {
                errors = errors.with("suggestion-what", "analysis.refusal.suggestion-what");
            }
            if (base(sent).isEmpty()) {
                errors = errors.with("base", "analysis.refusal.base");
            }
            int length = sent.text("suggestion-words").length();
            if (length == 0) {
                errors = errors.with("suggestion-words", "analysis.refusal.suggestion-words");
            } else if (length > PartDraft.MOST_OF_WORDS) {
                errors =
                        errors.with("suggestion-words", "analysis.refusal.words-long", PartDraft.MOST_OF_WORDS, length);
            }
            return FreeText.errors(errors, sent, "suggestion-what", "suggestion-words", "suggestion-source");
        }

        @Override
        public String save(SentForm sent) {
            FreeText words = FreeText.of(sent, "suggestion-words");
            workshop.suggest(
                    analysis.id(),
                    cause.id(),
                    FreeText.of(sent, "suggestion-what"),
                    base(sent).orElseThrow(),
                    new FreeText(words.text().replace("\r\n", "\n"), words.numberReason()),
                    FreeText.of(sent, "suggestion-source"));
            return analysis.address() + "/workshop#cause-" + cause.id();
        }

        @Override
        public String page(FormAgain again) {
            return WorkshopController.page(analysis, cause, again, model);
        }
    }
}
