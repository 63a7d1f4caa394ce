package se.samverkan.records.document.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Actor;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.records.document.DocumentReading;
import se.samverkan.records.document.DocumentReading.Shelf;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.file.FileAnswer;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.SentForm;

/** The lists of documents, the page of one, and its files. */
@Controller
@RequestMapping("/documents")
class DocumentsController {

    private static final int ON_A_PAGE = 50;

    private final Documents documents;
    private final DocumentReading reading;
    private final DocumentPage page;
    private final FileAnswer answer;
    private final Rights rights;

    DocumentsController(
            Documents documents, DocumentReading reading, DocumentPage page, FileAnswer answer, Rights rights) {
        this.documents = documents;
        this.reading = reading;
        this.page = page;
        this.answer = answer;
        this.rights = rights;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Model model) {
        if (!Actor.current().isSignedIn()) {
            throw Refusal.notAllowed("refusal.sign-in");
        }
        List<Shelf> shelves = shelves();
        Shelf shelf = Arrays.stream(Shelf.values())
                .filter(each -> each.name().equals(show))
                .findFirst()
                .orElse(shelves.getFirst());
        List<DocumentView> found = reading.shelf(shelf, before, ON_A_PAGE + 1);
        boolean more = found.size() > ON_A_PAGE;
        model.addAttribute("shelves", shelves);
        model.addAttribute("shelf", shelf);
        model.addAttribute("documents", more ? found.subList(0, ON_A_PAGE) : found);
        model.addAttribute("next", more ? found.get(ON_A_PAGE - 1).id() : 0L);
        model.addAttribute("mayWrite", rights.allow(Verb.WRITE_DOCUMENTS));
        model.addAttribute("mayRule", rights.allowEverywhere(Verb.RULE_PUBLICITY));
        model.addAttribute("mayRegister", rights.allow(Verb.READ_REGISTER));
        return "records/document/page/documents";
    }

    private List<Shelf> shelves() {
        List<Shelf> shelves = new ArrayList<>();
        if (rights.allow(Verb.WRITE_DOCUMENTS) || rights.allow(Verb.ADOPT_DOCUMENTS)) {
            shelves.add(Shelf.OWN);
        }
        if (rights.allow(Verb.READ_SHARED) || rights.allow(Verb.READ_REGISTER)) {
            shelves.add(Shelf.RECEIVED);
        }
        shelves.add(Shelf.OPENED);
        return shelves;
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        return page.show(id, FormAgain.shown(SentForm.empty()), model);
    }

    @GetMapping("/{id}/files/{file}")
    void file(@PathVariable long id, @PathVariable long file, HttpServletResponse response) throws IOException {
        answer.send(documents.file(id, file), response);
    }
}
