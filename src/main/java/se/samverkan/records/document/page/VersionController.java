package se.samverkan.records.document.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.access.Verb;
import se.samverkan.records.document.Content;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.file.ChosenFile;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** A newer version of a document, from a file. What was there before stays as it was. */
@Controller
@RequestMapping("/documents/{id}/versions")
class VersionController {

    private final Documents documents;
    private final Files files;
    private final Saving saving;

    VersionController(Documents documents, Files files, Saving saving) {
        this.documents = documents;
        this.files = files;
        this.saving = saving;
    }

    @GetMapping("/new")
    String empty(@PathVariable long id, Model model) {
        OneForm form = new OneForm(documents.documentFor(Verb.WRITE_DOCUMENTS, id), null, model);
        return form.page(FormAgain.shown(form.now()));
    }

    @PostMapping
    String write(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model) {
        DocumentView document = documents.documentFor(Verb.WRITE_DOCUMENTS, id);
        ChosenFile chosen = ChosenFile.of(files, SentForm.of(fields), file);
        return saving.save(chosen.form(), new OneForm(document, chosen, model), response);
    }

    private final class OneForm implements Saving.Form {

        private final DocumentView document;
        private final @Nullable ChosenFile chosen;
        private final Model model;

        OneForm(DocumentView document, @Nullable ChosenFile chosen, Model model) {
            this.document = document;
            this.chosen = chosen;
            this.model = model;
        }

        private Optional<StoredFile> file() {
            return chosen == null ? Optional.empty() : chosen.file();
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.text("title").isEmpty()) {
                errors = errors.with("title", "document.refusal.title");
            }
            if (chosen != null) {
                errors = chosen.errors(errors);
            }
            if (file().isEmpty()
                    && errors.problems().stream().noneMatch(each -> each.field().equals(ChosenFile.FIELD))) {
                errors = errors.with(ChosenFile.FIELD, "document.refusal.file");
            }
            return FreeText.errors(errors, sent, "title", "note");
        }

        @Override
        public String save(SentForm sent) {
            documents.newVersion(
                    document.id(),
                    sent.version(),
                    FreeText.of(sent, "title"),
                    FreeText.of(sent, "note"),
                    new Content.Sent(file().orElseThrow(Refusal::notSeen).id()));
            return "/documents/" + document.id();
        }

        @Override
        public SentForm now() {
            DocumentView now = documents.document(document.id());
            return SentForm.ofVersion(now.version()).with("title", now.title()).with("note", "");
        }

        @Override
        public List<Compared> compared() {
            return List.of(
                    Compared.text("title"),
                    Compared.text("note"),
                    Compared.text(ChosenFile.KEPT),
                    Compared.text(FreeText.REASON_FIELD));
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("document", document);
            model.addAttribute("files", files);
            model.addAttribute("kept", file());
            model.addAttribute("again", again);
            return "records/document/page/version";
        }
    }
}
