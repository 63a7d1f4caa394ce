package se.samverkan.records.document.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Actor;
import se.samverkan.access.Verb;
import se.samverkan.records.document.Adopting;
import se.samverkan.records.document.DocumentReading;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.Mandate;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** How a draft is adopted: by whom, on which day, by what mandate. */
@Controller
@RequestMapping("/documents/{id}/adoption")
class AdoptionController {

    private final Documents documents;
    private final DocumentReading reading;
    private final Adopting adopting;
    private final Saving saving;

    AdoptionController(Documents documents, DocumentReading reading, Adopting adopting, Saving saving) {
        this.documents = documents;
        this.reading = reading;
        this.adopting = adopting;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        OneForm form = new OneForm(documents.documentFor(Verb.ADOPT_DOCUMENTS, id), model);
        return form.page(FormAgain.shown(form.now()));
    }

    @PostMapping
    String adopt(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        DocumentView document = documents.documentFor(Verb.ADOPT_DOCUMENTS, id);
        return saving.save(SentForm.of(fields), new OneForm(document, model), response);
    }

    private static Optional<Mandate.Kind> kind(SentForm sent) {
        return Arrays.stream(Mandate.Kind.values())
                .filter(each -> each.name().equals(sent.text("mandate")))
                .findFirst();
    }

    private final class OneForm implements Saving.Form {

        private final DocumentView document;
        private final Model model;

        OneForm(DocumentView document, Model model) {
            this.document = document;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            Optional<Mandate.Kind> kind = kind(sent);
            if (kind.isEmpty()) {
                errors = errors.with("mandate", "document.refusal.mandate");
            } else if (kind.get() != Mandate.Kind.ROLE && sent.text("reference").isEmpty()) {
                errors = errors.with("reference", "document.refusal.mandate-" + kind.get());
            }
            if (kind.filter(Mandate.Kind.BOARD::equals).isPresent()
                    && sent.text("decider").isEmpty()) {
                errors = errors.with("decider", "document.refusal.board");
            }
            return sent.day("day").isEmpty() ? errors.with("day", "document.refusal.day") : errors;
        }

        @Override
        public String save(SentForm sent) {
            Mandate.Kind kind = kind(sent).orElseThrow();
            boolean board = kind == Mandate.Kind.BOARD;
            adopting.adopt(
                    document.id(),
                    sent.version(),
                    new Mandate(
                            kind,
                            board ? null : Actor.current().person(),
                            board ? sent.text("decider") : "",
                            kind == Mandate.Kind.ROLE ? "" : sent.text("reference"),
                            sent.day("day").orElseThrow()));
            return "/documents/" + document.id();
        }

        @Override
        public SentForm now() {
            return SentForm.ofVersion(documents.document(document.id()).version())
                    .with("mandate", Mandate.Kind.ROLE.name())
                    .with("decider", "")
                    .with("reference", "")
                    .with("day", adopting.today().toString());
        }

        @Override
        public List<Compared> compared() {
            return List.of(
                    Compared.choice("mandate", "document.mandate."),
                    Compared.text("decider"),
                    Compared.text("reference"),
                    Compared.text("day"));
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("document", document);
            model.addAttribute("versions", reading.versions(document.id()));
            model.addAttribute("again", again);
            return "records/document/page/adoption";
        }
    }
}
