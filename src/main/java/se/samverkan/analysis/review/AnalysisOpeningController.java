package se.samverkan.analysis.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
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
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Opens an analysis to named people of the other side, and ends it. */
@Controller
@RequestMapping("/analyses/{id}/openings")
class AnalysisOpeningController {

    private static final int WEEKS = 4;

    private final Analyses analyses;
    private final AnalysisOpenings openings;
    private final Saving saving;

    AnalysisOpeningController(Analyses analyses, AnalysisOpenings openings, Saving saving) {
        this.analyses = analyses;
        this.openings = openings;
        this.saving = saving;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, Model model) {
        AnalysisView analysis = analyses.deciding(id);
        SentForm form =
                SentForm.empty().with("until", openings.today().plusWeeks(WEEKS).toString());
        return page(analysis, FormAgain.shown(form), model);
    }

    @PostMapping
    String open(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(analyses.deciding(id), model), response);
    }

    @PostMapping("/{opening}/end")
    String end(@PathVariable long id, @PathVariable long opening) {
        openings.end(id, opening);
        return "redirect:/analyses/" + id + "/openings";
    }

    private String page(AnalysisView analysis, FormAgain again, Model model) {
        model.addAttribute("analysis", analysis);
        model.addAttribute("openings", openings.of(analysis));
        model.addAttribute("supporters", openings.supporters(analysis));
        model.addAttribute("again", again);
        return "analysis/review/openings";
    }

    private static Set<Long> people(SentForm sent) {
        return sent.all("person").stream()
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .collect(Collectors.toSet());
    }

    private final class OneForm implements Saving.Form {

        private final AnalysisView analysis;
        private final Model model;

        OneForm(AnalysisView analysis, Model model) {
            this.analysis = analysis;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = people(sent).isEmpty()
                    ? FormErrors.none().with("person", "analysis.refusal.nobody")
                    : FormErrors.none();
            return sent.day("until").isEmpty() ? errors.with("until", "analysis.refusal.until") : errors;
        }

        @Override
        public String save(SentForm sent) {
            openings.open(analysis.id(), people(sent), sent.day("until").orElseThrow());
            return analysis.address() + "/openings";
        }

        @Override
        public String page(FormAgain again) {
            return AnalysisOpeningController.this.page(analysis, again, model);
        }
    }
}
