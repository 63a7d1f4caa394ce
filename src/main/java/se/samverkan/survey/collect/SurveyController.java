package se.samverkan.survey.collect;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.QrCode;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** One survey: where it stands, its link and QR code, what it came to; opened, closed, and a draft taken away. */
@Controller
@RequestMapping("/surveys/{id}")
class SurveyController {

    private static final int MOST_LINES = 100;

    private final Surveys surveys;
    private final RemovedDrafts removedDrafts;
    private final RemovedVoices removedVoices;
    private final RecordLog log;
    private final Saving saving;
    private final OnceOnPage once;
    private final TransactionOperations transactions;

    SurveyController(
            Surveys surveys,
            RemovedDrafts removedDrafts,
            RemovedVoices removedVoices,
            RecordLog log,
            Saving saving,
            OnceOnPage once,
            TransactionOperations transactions) {
        this.surveys = surveys;
        this.removedDrafts = removedDrafts;
        this.removedVoices = removedVoices;
        this.log = log;
        this.saving = saving;
        this.once = once;
        this.transactions = transactions;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(id, FormErrors.none(), model);
    }

    private String page(long id, FormErrors errors, Model model) {
        transactions.executeWithoutResult(status -> {
            SurveyView survey = surveys.survey(id);
            model.addAttribute("survey", survey);
            model.addAttribute("mayRun", surveys.mayRun(survey));
            model.addAttribute("answers", surveys.answers(List.of(survey)).getOrDefault(id, 0));
            model.addAttribute("questions", surveys.everyVersion(survey));
            model.addAttribute("result", surveys.result(survey));
            model.addAttribute("voices", surveys.voices(survey));
            model.addAttribute("removed", removedVoices.of(survey));
            model.addAttribute("summary", surveys.summary(survey));
            model.addAttribute("log", log.of("survey", Long.toString(id), MOST_LINES));
            String address = address(survey);
            model.addAttribute("address", address);
            model.addAttribute("qr", QrCode.of(address));
        });
        model.addAttribute("errors", errors);
        return "survey/collect/survey";
    }

    /** The whole address of the link, as whoever reads this page reaches the site. */
    private static String address(SurveyView survey) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(survey.link())
                .toUriString();
    }

    @GetMapping("/qr.svg")
    ResponseEntity<byte[]> qr(@PathVariable long id) {
        SurveyView survey = surveys.survey(id);
        return OnceOnPage.file(
                "qr-%d.svg".formatted(id),
                MediaType.valueOf("image/svg+xml"),
                QrCode.of(address(survey)).svg().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/edit")
    String edit(@PathVariable long id, Model model) {
        SurveyView survey = surveys.toRun(id);
        return editPage(survey, FormAgain.shown(SurveyForms.of(survey)), model);
    }

    @PostMapping("/edit")
    String change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(surveys.toRun(id), model), response);
    }

    private static String editPage(SurveyView survey, FormAgain again, Model model) {
        model.addAttribute("survey", survey);
        model.addAttribute("again", again);
        return "survey/collect/edit";
    }

    @PostMapping("/opening")
    String open(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return act(id, fields, sent -> surveys.open(id, sent.version()), response, model);
    }

    @PostMapping("/closing")
    String close(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return act(id, fields, sent -> surveys.close(id), response, model);
    }

    private String act(
            long id,
            Map<String, List<String>> fields,
            Consumer<SentForm> deed,
            HttpServletResponse response,
            Model model) {
        surveys.toRun(id);
        SentForm sent = new SentForm(fields);
        return once.does(sent, () -> deed.accept(sent), "/surveys/" + id, errors -> page(id, errors, model), response);
    }

    @PostMapping("/removal")
    String remove(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SurveyView survey = surveys.toRun(id);
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> removedDrafts.remove(id, sent.version()),
                "/partnerships/" + survey.partnership() + "/surveys",
                errors -> page(id, errors, model),
                response);
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
            return SurveyForms.errors(FormErrors.none(), sent);
        }

        @Override
        public String save(SentForm sent) {
            surveys.change(survey.id(), sent.version(), SurveyForms.draft(sent));
            return "/surveys/" + survey.id();
        }

        @Override
        public SentForm now() {
            return SurveyForms.of(surveys.survey(survey.id()));
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("title"), Compared.text("last-day"), Compared.text("threshold"));
        }

        @Override
        public String page(FormAgain again) {
            return editPage(survey, again, model);
        }
    }
}
