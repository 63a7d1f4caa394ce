package se.samverkan.followup.sign;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.records.file.ChosenFile;
import se.samverkan.records.file.FileAnswer;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The signs that one can note, for the phone in the corridor; and one of them: noted in two touches, with what was seen of it. */
@Controller
@RequestMapping("/signs")
class SignController {

    private final Signs signs;
    private final FollowedPlans plans;
    private final Files files;
    private final FileAnswer answer;
    private final Saving saving;
    private final TransactionTemplate reading;

    SignController(
            Signs signs,
            FollowedPlans plans,
            Files files,
            FileAnswer answer,
            Saving saving,
            TransactionTemplate transactions) {
        this.signs = signs;
        this.plans = plans;
        this.files = files;
        this.answer = answer;
        this.saving = saving;
        this.reading = transactions;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") long noted, Model model) {
        List<SignView> all = signs.toNote();
        model.addAttribute("signs", all);
        model.addAttribute(
                "noted", all.stream().filter(each -> each.id() == noted).findFirst());
        return "followup/sign/signs";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        return page(
                id,
                FormAgain.shown(SentForm.empty().with("seen-on", plans.today().toString())),
                List.of(),
                model);
    }

    @PostMapping("/{id}")
    String note(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model) {
        signs.sign(id);
        ChosenFile chosen = ChosenFile.of(files, SentForm.of(fields), file);
        return saving.save(chosen.form(), new Noting(id, chosen, model), response);
    }

    @GetMapping("/{id}/notes/{note}/file")
    void file(@PathVariable long id, @PathVariable long note, HttpServletResponse response) throws IOException {
        answer.send(signs.file(id, note), response);
    }

    private String page(long id, FormAgain again, List<StoredFile> kept, Model model) {
        reading.executeWithoutResult(status -> {
            SignView sign = signs.sign(id);
            model.addAttribute("sign", sign);
            model.addAttribute("mayNote", signs.mayNote(sign));
            model.addAttribute("rests", signs.rests(sign));
            model.addAttribute("notes", signs.notes(sign));
            model.addAttribute("followed", plans.find(sign.plan()));
        });
        model.addAttribute("megabytes", files.megabytes());
        model.addAttribute("kept", kept);
        model.addAttribute("again", again);
        return "followup/sign/sign";
    }

    private final class Noting implements Saving.Form {

        private final long id;
        private final ChosenFile chosen;
        private final Model model;

        Noting(long id, ChosenFile chosen, Model model) {
            this.id = id;
            this.chosen = chosen;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = chosen.errors(FormErrors.none());
            if (SignState.named(sent.text("state")).isEmpty()) {
                errors = errors.with("state", "followup.refusal.state");
            }
            if (sent.text("words").length() > NoteDraft.MOST_OF_WORDS) {
                errors = errors.with("words", "followup.refusal.words-long", NoteDraft.MOST_OF_WORDS);
            }
            if (!sent.text("seen-on").isEmpty() && sent.day("seen-on").isEmpty()) {
                errors = errors.with("seen-on", "followup.refusal.day");
            }
            return FreeText.errors(errors, sent, "words");
        }

        @Override
        public String save(SentForm sent) {
            LocalDate seen = sent.day("seen-on").orElse(plans.today());
            Optional<Long> file = chosen.file().map(StoredFile::id);
            signs.note(
                    id,
                    new NoteDraft(
                            SignState.named(sent.text("state")).orElseThrow(), FreeText.of(sent, "words"), seen, file));
            return "/signs?noted=" + id;
        }

        @Override
        public String page(FormAgain again) {
            return SignController.this.page(id, again, chosen.file().stream().toList(), model);
        }
    }
}
