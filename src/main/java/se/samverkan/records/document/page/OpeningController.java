package se.samverkan.records.document.page;

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
import se.samverkan.access.Verb;
import se.samverkan.records.document.Adopting;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.OpeningForComment;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** How a draft is opened for comment to named people, and how that is ended. */
@Controller
@RequestMapping("/documents/{id}")
class OpeningController {

    private static final int DAYS = 14;

    private final Documents documents;
    private final OpeningForComment opening;
    private final Adopting adopting;
    private final DocumentPage page;
    private final People people;
    private final Saving saving;

    OpeningController(
            Documents documents,
            OpeningForComment opening,
            Adopting adopting,
            DocumentPage page,
            People people,
            Saving saving) {
        this.documents = documents;
        this.opening = opening;
        this.adopting = adopting;
        this.page = page;
        this.people = people;
        this.saving = saving;
    }

    @GetMapping("/opening")
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String called,
            @RequestParam(defaultValue = "") List<String> person,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String message,
            Model model) {
        DocumentView document = documents.documentFor(Verb.WRITE_DOCUMENTS, id);
        String day = until.isEmpty() ? adopting.today().plusDays(DAYS).toString() : until;
        return new OneForm(document, model)
                .page(FormAgain.shown(SentForm.empty()
                        .with("called", called)
                        .with("person", person)
                        .with("until", day)
                        .with("message", message)));
    }

    @PostMapping("/opening")
    String open(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        DocumentView document = documents.documentFor(Verb.WRITE_DOCUMENTS, id);
        return saving.save(SentForm.of(fields), new OneForm(document, model), response);
    }

    @PostMapping("/openings/{number}/end")
    String end(
            @PathVariable long id,
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        documents.documentFor(Verb.WRITE_DOCUMENTS, id);
        return saving.save(SentForm.of(fields), new Deed(page, model, id, sent -> opening.end(id, number)), response);
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
            if (People.ticked(sent).isEmpty()) {
                errors = errors.with("called", "document.refusal.nobody");
            }
            if (sent.day("until").filter(day -> !day.isBefore(adopting.today())).isEmpty()) {
                errors = errors.with("until", "document.refusal.until");
            }
            return FreeText.errors(errors, sent, "message");
        }

        @Override
        public String save(SentForm sent) {
            opening.open(
                    document.id(), People.ticked(sent), sent.day("until").orElseThrow(), FreeText.of(sent, "message"));
            return "/documents/" + document.id();
        }

        @Override
        public String page(FormAgain again) {
            people.put(again.form(), model);
            model.addAttribute("document", document);
            model.addAttribute("again", again);
            return "records/document/page/opening";
        }
    }
}
