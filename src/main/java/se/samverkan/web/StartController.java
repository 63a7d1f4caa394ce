package se.samverkan.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samverkan.access.Actor;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDos;
import se.samverkan.organisation.Census;
import se.samverkan.records.document.DocumentReading;
import se.samverkan.shared.Installation;

/**
 * The start page: search first, and what one can do here; while a demonstration fills itself, how far it has come. Whoever
 * is signed in and has something to do here, now or later, meets what waits first.
 */
@Controller
class StartController {

    private final Census census;
    private final Installation installation;
    private final DemonstrationProgress demonstration;
    private final Rights rights;
    private final ToDos todos;
    private final DocumentReading documents;

    StartController(
            Census census,
            Installation installation,
            DemonstrationProgress demonstration,
            Rights rights,
            ToDos todos,
            DocumentReading documents) {
        this.census = census;
        this.installation = installation;
        this.demonstration = demonstration;
        this.rights = rights;
        this.todos = todos;
        this.documents = documents;
    }

    @GetMapping("/")
    String first(Model model) {
        return todos.concernActor() ? "redirect:/todo" : start(model);
    }

    @GetMapping("/start")
    String start(Model model) {
        model.addAttribute("counts", census.counts());
        model.addAttribute("filling", demonstration.unfinished().orElse(null));
        model.addAttribute("demonstration", installation.isDemonstration());
        model.addAttribute("mayImport", rights.allowEverywhere(Verb.IMPORT_FIGURES));
        model.addAttribute("waiting", Actor.current().isSignedIn() ? documents.waiting() : null);
        return "web/start";
    }
}
