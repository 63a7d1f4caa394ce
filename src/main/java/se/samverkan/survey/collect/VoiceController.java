package se.samverkan.survey.collect;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.survey.collect.StoredSurveys.Summary;

/** Own words of a closed survey: one that names somebody is taken away, and all of them are summed up in a few sentences. */
@Controller
@RequestMapping("/surveys/{id}")
class VoiceController {

    private final Surveys surveys;
    private final RemovedVoices removed;
    private final Saving saving;
    private final SentForms sentForms;

    VoiceController(Surveys surveys, RemovedVoices removed, Saving saving, SentForms sentForms) {
        this.surveys = surveys;
        this.removed = removed;
        this.saving = saving;
        this.sentForms = sentForms;
    }

    @PostMapping("/voices/{voice}/removal")
    String remove(@PathVariable long id, @PathVariable UUID voice, @RequestParam MultiValueMap<String, String> fields) {
        surveys.toRun(id);
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    removed.remove(id, voice);
                    return "/surveys/" + id + "#voices";
                });
    }

    @PostMapping("/voices/{voice}/restoration")
    String takeBack(
            @PathVariable long id, @PathVariable UUID voice, @RequestParam MultiValueMap<String, String> fields) {
        surveys.toRun(id);
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    removed.takeBack(id, voice);
                    return "/surveys/" + id + "#voices";
                });
    }

    @GetMapping("/summary")
    String form(@PathVariable long id, Model model) {
        SurveyView survey = surveys.toRun(id);
        return page(survey, FormAgain.shown(now(survey)), model);
    }

    @PostMapping("/summary")
    String summarise(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(surveys.toRun(id), model), response);
    }

    private SentForm now(SurveyView survey) {
        Optional<Summary> summary = surveys.summary(survey);
        return SentForm.ofVersion(summary.map(Summary::version).orElse(0))
                .with("summary", summary.map(Summary::words).orElse(""));
    }

    private String page(SurveyView survey, FormAgain again, Model model) {
        model.addAttribute("survey", survey);
        model.addAttribute("voices", surveys.voices(survey));
        model.addAttribute("questions", surveys.everyVersion(survey));
        model.addAttribute("again", again);
        return "survey/collect/summary";
    }

    private final class OneForm implements Saving.Form {

        private final SurveyView survey;
        private final Model model;

        OneForm(SurveyView survey, Model model) {
            this.survey = survey;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = sent.text("summary").isEmpty()
                    ? FormErrors.none().with("summary", "survey.refusal.summary")
                    : FormErrors.none();
            return FreeText.errors(errors, sent, "summary");
        }

        @Override
        public String save(SentForm sent) {
            surveys.summarise(survey.id(), sent.version(), FreeText.of(sent, "summary"));
            return "/surveys/" + survey.id();
        }

        @Override
        public SentForm now() {
            return VoiceController.this.now(survey);
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("summary"));
        }

        @Override
        public String page(FormAgain again) {
            return VoiceController.this.page(survey, again, model);
        }
    }
}
