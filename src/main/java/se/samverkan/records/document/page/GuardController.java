package se.samverkan.records.document.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Verb;
import se.samverkan.records.document.DocumentReading;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.Guarding;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** What guards a document: its secrecy mark, and who still reads it when it is narrowed. */
@Controller
@RequestMapping("/documents/{id}/guard")
class GuardController {

    private final Documents documents;
    private final DocumentReading reading;
    private final Guarding guarding;
    private final People people;
    private final Saving saving;

    GuardController(Documents documents, DocumentReading reading, Guarding guarding, People people, Saving saving) {
        this.documents = documents;
        this.reading = reading;
        this.guarding = guarding;
        this.people = people;
        this.saving = saving;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String called,
            @RequestParam(defaultValue = "") List<String> person,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        SentForm form =
                SentForm.empty().with("called", called).with("person", person).with("reason", reason);
        return page(documents.documentFor(Verb.WRITE_DOCUMENTS, id), FormAgain.shown(form), model);
    }

    @PostMapping("/mark")
    String mark(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return save(id, fields, response, model, sent -> guarding.mark(id, sent.text("provision"), sent.text("why")));
    }

    @PostMapping("/mark/lifting")
    String lift(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return save(id, fields, response, model, sent -> guarding.lift(id, sent.text("why")));
    }

    @PostMapping("/narrowing")
    String narrow(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return save(
                id,
                fields,
                response,
                model,
                sent -> guarding.narrow(id, People.ticked(sent), sent.text("reason"), sent.day("until")));
    }

    @PostMapping("/widening")
    String widen(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return save(id, fields, response, model, sent -> guarding.widen(id));
    }

    private String save(
            long id,
            MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            Consumer<SentForm> deed) {
        DocumentView document = documents.documentFor(Verb.WRITE_DOCUMENTS, id);
        return saving.save(
                SentForm.of(fields),
                new Saving.Form() {
                    @Override
                    public FormErrors errors(SentForm sent) {
                        return FreeText.errors(FormErrors.none(), sent, "why", "reason");
                    }

                    @Override
                    public String save(SentForm sent) {
                        deed.accept(sent);
                        return "/documents/" + id + "/guard";
                    }

                    @Override
                    public String page(FormAgain again) {
                        return GuardController.this.page(document, again, model);
                    }
                },
                response);
    }

    private String page(DocumentView document, FormAgain again, Model model) {
        people.put(again.form(), model);
        model.addAttribute("document", document);
        model.addAttribute("guard", reading.guard(document.id()));
        model.addAttribute("again", again);
        return "records/document/page/guard";
    }
}
