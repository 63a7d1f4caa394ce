package se.samverkan.records.document.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.records.document.Dispatch;
import se.samverkan.records.document.DocumentReading;
import se.samverkan.records.document.DocumentSharing;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.register.Publicity;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** How a document is shared, step by step: to whom, what it makes of the document, and that it cannot be taken back. */
@Controller
@RequestMapping("/documents/{id}/sharing")
class ShareController {

    private static final int MOST = 30;

    private final Documents documents;
    private final DocumentReading reading;
    private final DocumentSharing sharing;
    private final Publicity publicity;
    private final Directory directory;
    private final Saving saving;

    ShareController(
            Documents documents,
            DocumentReading reading,
            DocumentSharing sharing,
            Publicity publicity,
            Directory directory,
            Saving saving) {
        this.documents = documents;
        this.reading = reading;
        this.sharing = sharing;
        this.publicity = publicity;
        this.directory = directory;
        this.saving = saving;
    }

    /** An organisation that the document can be, or is to be, shared with, and what that makes of it. */
    record Recipient(long id, String name, Publicity.Outcome outcome) {}

    @GetMapping
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String called,
            @RequestParam(defaultValue = "") List<String> to,
            Model model) {
        DocumentView document = documents.documentFor(Verb.SHARE_DOCUMENTS, id);
        OneForm form = new OneForm(document, model);
        return form.page(FormAgain.shown(form.now().with("called", called).with("to", to)));
    }

    @PostMapping
    String share(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        DocumentView document = documents.documentFor(Verb.SHARE_DOCUMENTS, id);
        return saving.save(SentForm.of(fields), new OneForm(document, model), response);
    }

    private static Set<Long> chosen(SentForm form) {
        Set<Long> chosen = new LinkedHashSet<>();
        form.all("to").stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .forEach(chosen::add);
        return chosen;
    }

    private List<Recipient> chosen(DocumentView document, SentForm form) {
        return chosen(form).stream()
                .filter(each -> each != document.owner())
                .flatMap(each -> directory
                        .nameOfOrganisation(each)
                        .map(name -> new Recipient(each, name, publicity.between(document.owner(), each)))
                        .stream())
                .toList();
    }

    private List<Recipient> called(DocumentView document, SentForm form) {
        String letters = form.text("called").toLowerCase(Locale.ROOT);
        if (letters.length() < 2) {
            return List.of();
        }
        Set<Long> chosen = chosen(form);
        Stream<Recipient> found = Stream.concat(
                directory.organisations().stream().map(each -> recipient(each.id(), each.name())),
                directory.organisers().stream().map(each -> recipient(each.id(), each.name())));
        return found.filter(each -> each.name().toLowerCase(Locale.ROOT).contains(letters))
                .filter(each -> !chosen.contains(each.id()) && each.id() != document.owner())
                .limit(MOST)
                .toList();
    }

    private static Recipient recipient(long id, String name) {
        return new Recipient(id, name, new Publicity.Outcome("", "", false));
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
            FormErrors errors = chosen(document, sent).isEmpty()
                    ? FormErrors.none().with("called", "document.refusal.no-recipient")
                    : FormErrors.none();
            if (sent.text("understood").isEmpty()) {
                errors = errors.with("understood-true", "document.refusal.understood");
            }
            return FreeText.errors(errors, sent, "message");
        }

        @Override
        public String save(SentForm sent) {
            sharing.share(
                    document.id(),
                    sent.version(),
                    new Dispatch(chosen(sent), FreeText.of(sent, "message"), sent.text("case-number")));
            return "/documents/" + document.id();
        }

        @Override
        public SentForm now() {
            return SentForm.ofVersion(documents.document(document.id()).version())
                    .with("message", "")
                    .with("case-number", "");
        }

        @Override
        public List<Compared> compared() {
            return List.of(
                    Compared.text("message"), Compared.text("case-number"), Compared.text(FreeText.REASON_FIELD));
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("document", document);
            model.addAttribute("versions", reading.versions(document.id()));
            model.addAttribute("guard", reading.guard(document.id()));
            model.addAttribute("chosen", chosen(document, again.form()));
            model.addAttribute("found", called(document, again.form()));
            model.addAttribute("again", again);
            return "records/document/page/sharing";
        }
    }
}
