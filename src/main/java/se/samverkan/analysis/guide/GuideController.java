package se.samverkan.analysis.guide;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import se.samverkan.partnership.QuestionFields;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** A form of guiding questions: read by those who read the analysis, answered by those who write in it. */
@Controller
@RequestMapping("/analyses/{id}/guide/{form}")
class GuideController {

    private final Analyses analyses;
    private final Guide guide;
    private final Saving saving;

    GuideController(Analyses analyses, Guide guide, Saving saving) {
        this.analyses = analyses;
        this.guide = guide;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, @PathVariable String form, Model model) {
        AnalysisView analysis = analyses.analysis(id);
        AskedForm asked = guide.form(analysis, form);
        return page(analysis, asked, FormAgain.shown(shown(asked)), model);
    }

    @PostMapping
    String answer(
            @PathVariable long id,
            @PathVariable String form,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        AnalysisView analysis = analyses.toWrite(id);
        return saving.save(SentForm.of(fields), new Answering(analysis, guide.form(analysis, form), model), response);
    }

    private static SentForm shown(AskedForm asked) {
        return QuestionFields.form(asked.version(), asked.fields(), asked.answers());
    }

    private static String page(AnalysisView analysis, AskedForm asked, FormAgain again, Model model) {
        model.addAttribute("analysis", analysis);
        model.addAttribute("asked", asked);
        model.addAttribute("again", again);
        return "analysis/guide/form";
    }

    private final class Answering implements Saving.Form {

        private final AnalysisView analysis;
        private final AskedForm asked;
        private final Model model;

        Answering(AnalysisView analysis, AskedForm asked, Model model) {
            this.analysis = analysis;
            this.asked = asked;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return QuestionFields.errors(asked.fields(), sent);
        }

        @Override
        public String save(SentForm sent) {
            guide.answer(
                    analysis.id(), asked.form().key(), sent.version(), QuestionFields.answers(asked.fields(), sent));
            return analysis.address();
        }

        @Override
        public SentForm now() {
            return shown(guide.form(analysis, asked.form().key()));
        }

        @Override
        public List<Compared> compared() {
            return QuestionFields.compared(asked.fields());
        }

        @Override
        public String page(FormAgain again) {
            return GuideController.page(analysis, asked, again, model);
        }
    }
}
