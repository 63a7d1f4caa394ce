package se.samverkan.records.document.page;

import jakarta.servlet.http.HttpServletResponse;
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
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.StandingAside;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Who stands aside from a document: closes it to somebody, and opens it again. */
@Controller
@RequestMapping("/documents/{id}/aside")
class AsideController {

    private final Documents documents;
    private final StandingAside standingAside;
    private final People people;
    private final Saving saving;
    private final SentForms sentForms;

    AsideController(
            Documents documents, StandingAside standingAside, People people, Saving saving, SentForms sentForms) {
        this.documents = documents;
        this.standingAside = standingAside;
        this.people = people;
        this.saving = saving;
        this.sentForms = sentForms;
    }

    @GetMapping
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String called, Model model) {
        SentForm form = SentForm.empty().with("called", called);
        return page(documents.documentFor(Verb.WRITE_DOCUMENTS, id), FormAgain.shown(form), model);
    }

    @PostMapping
    String close(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        DocumentView document = documents.documentFor(Verb.WRITE_DOCUMENTS, id);
        SentForm asked = SentForm.of(fields);
        return People.isLooking(asked)
                ? page(document, FormAgain.shown(asked), model)
                : saving.save(asked, new OneForm(document, model), response);
    }

    @PostMapping("/{aside}/ending")
    String open(@PathVariable long id, @PathVariable long aside, @RequestParam MultiValueMap<String, String> fields) {
        documents.documentFor(Verb.WRITE_DOCUMENTS, id);
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    standingAside.open(id, aside);
                    return address(id);
                });
    }

    private static String address(long id) {
        return "/documents/" + id + "/aside";
    }

    private String page(DocumentView document, FormAgain again, Model model) {
        people.put(again.form(), model);
        model.addAttribute("document", document);
        model.addAttribute("asides", standingAside.of(document.id()));
        model.addAttribute("again", again);
        return "records/document/page/aside";
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
            return FreeText.errors(FormErrors.none(), sent, "reason");
        }

        @Override
        public String save(SentForm sent) {
            standingAside.close(
                    document.id(),
                    People.ticked(sent),
                    !sent.text("whole").isEmpty(),
                    FreeText.of(sent, "reason"),
                    sent.day("until"));
            boolean oneself = People.ticked(sent).contains(Actor.current().person());
            return oneself ? "/documents" : address(document.id());
        }

        @Override
        public String page(FormAgain again) {
            return AsideController.this.page(document, again, model);
        }
    }
}
