package se.samverkan.records.document.page;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.access.Verb;
import se.samverkan.records.document.Documents;
import se.samverkan.records.file.ChosenFile;
import se.samverkan.records.file.Files;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Attaches a file to a draft, and takes one away. */
@Controller
@RequestMapping("/documents/{id}/attachments")
class AttachmentController {

    private final Documents documents;
    private final DocumentPage page;
    private final Files files;
    private final Saving saving;

    AttachmentController(Documents documents, DocumentPage page, Files files, Saving saving) {
        this.documents = documents;
        this.page = page;
        this.files = files;
        this.saving = saving;
    }

    @PostMapping
    String attach(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model) {
        documents.documentFor(Verb.WRITE_DOCUMENTS, id);
        ChosenFile chosen = ChosenFile.of(files, SentForm.of(fields), file);
        return saving.save(
                chosen.form(),
                new Saving.Form() {
                    @Override
                    public FormErrors errors(SentForm sent) {
                        FormErrors errors = chosen.errors(FormErrors.none());
                        return errors.isEmpty() && chosen.file().isEmpty()
                                ? errors.with(ChosenFile.FIELD, "document.refusal.file")
                                : errors;
                    }

                    @Override
                    public String save(SentForm sent) {
                        documents.attach(
                                id,
                                sent.version(),
                                chosen.file().orElseThrow(Refusal::notSeen).id());
                        return "/documents/" + id;
                    }

                    @Override
                    public SentForm now() {
                        return SentForm.ofVersion(documents.document(id).version());
                    }

                    @Override
                    public String page(FormAgain again) {
                        return page.show(id, again, model);
                    }
                },
                response);
    }

    @PostMapping("/{file}/removal")
    String detach(
            @PathVariable long id,
            @PathVariable long file,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        documents.documentFor(Verb.WRITE_DOCUMENTS, id);
        return saving.save(
                SentForm.of(fields),
                new Deed(page, model, id, sent -> documents.detach(id, sent.version(), file)),
                response);
    }
}
