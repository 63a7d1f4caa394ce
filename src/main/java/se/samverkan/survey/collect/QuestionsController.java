package se.samverkan.survey.collect;

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
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.survey.question.Questions;

/** The questions of a survey: which are put, in which words, and one more of one's own. */
@Controller
@RequestMapping("/surveys/{id}/questions")
class QuestionsController {

    private final Surveys surveys;
    private final RemovedQuestions removed;
    private final Saving saving;
    private final SentForms sentForms;

    QuestionsController(Surveys surveys, RemovedQuestions removed, Saving saving, SentForms sentForms) {
        this.surveys = surveys;
        this.removed = removed;
        this.saving = saving;
        this.sentForms = sentForms;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        SurveyView survey = surveys.toRun(id);
        Questions questions = surveys.questions(survey);
        return page(survey, questions, FormAgain.shown(QuestionForm.of(survey, questions)), model);
    }

    @PostMapping
    String ask(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SurveyView survey = surveys.toRun(id);
        return saving.save(SentForm.of(fields), new OneForm(survey, surveys.questions(survey), model), response);
    }

    @PostMapping("/removed/{question}/restoration")
    String takeBack(
            @PathVariable long id, @PathVariable long question, @RequestParam MultiValueMap<String, String> fields) {
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    removed.takeBack(id, question);
                    return "/surveys/" + id + "/questions";
                });
    }

    private String page(SurveyView survey, Questions questions, FormAgain again, Model model) {
        model.addAttribute("survey", survey);
        model.addAttribute("questions", questions);
        model.addAttribute("again", again);
        model.addAttribute("removed", removed.of(survey));
        return "survey/collect/questions";
    }

    private final class OneForm implements Saving.Form {

        private final SurveyView survey;
        private final Questions before;
        private final Model model;

        OneForm(SurveyView survey, Questions before, Model model) {
            this.survey = survey;
            this.before = before;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return QuestionForm.errors(sent, before);
        }

        @Override
        public String save(SentForm sent) {
            removed.ask(survey.id(), sent.version(), QuestionForm.asked(sent, before));
            return "/surveys/" + survey.id();
        }

        @Override
        public SentForm now() {
            SurveyView newest = surveys.survey(survey.id());
            return QuestionForm.of(newest, surveys.questions(newest));
        }

        @Override
        public List<Compared> compared() {
            return QuestionForm.compared(before);
        }

        @Override
        public String page(FormAgain again) {
            return QuestionsController.this.page(survey, before, again, model);
        }
    }
}
