package se.samverkan.reporting.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.reporting.publication.Publication.Kind;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;
import tools.jackson.databind.json.JsonMapper;

/** What is told to the public by the actor's own: the list, and each with its review and what can be done with it. */
@Controller
@RequestMapping("/publishing")
class PublishingController {

    private static final int MOST_LINES = 30;

    private final Publications publications;
    private final Releasing releasing;
    private final OnceOnPage once;
    private final RecordLog log;
    private final JsonMapper json;
    private final TransactionTemplate reading;

    PublishingController(
            Publications publications,
            Releasing releasing,
            OnceOnPage once,
            RecordLog log,
            JsonMapper json,
            TransactionTemplate transactions) {
        this.publications = publications;
        this.releasing = releasing;
        this.once = once;
        this.log = log;
        this.json = json;
        this.reading = transactions;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String list(Model model) {
        model.addAttribute("publications", publications.worked());
        model.addAttribute("mayWrite", publications.mayWrite());
        return "reporting/publication/publishing";
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        return page(id, FormAgain.shown(SentForm.empty()), model);
    }

    private String page(long id, FormAgain again, Model model) {
        reading.executeWithoutResult(status -> {
            Publication publication = publications.publication(id);
            model.addAttribute("publication", publication);
            model.addAttribute("cautions", publications.cautions(publication));
            model.addAttribute("checks", releasing.checks(publication));
            model.addAttribute("forAnother", releasing.isForAnother(publication));
            model.addAttribute(
                    "log", log.within(Set.of(publication.owner()), "publication", Long.toString(id), MOST_LINES));
            model.addAttribute(
                    "lesson",
                    publication.kind() == Kind.LESSON ? json.readValue(publication.content(), LessonText.class) : null);
            model.addAttribute(
                    "result",
                    publication.kind() == Kind.RESULT ? json.readValue(publication.content(), ResultText.class) : null);
        });
        model.addAttribute("again", again);
        return "reporting/publication/publication";
    }

    @PostMapping("/{id}/proposal")
    String propose(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(
                id,
                fields,
                "reason",
                response,
                model,
                sent -> publications.propose(id, sent.version(), FreeText.of(sent, "reason")));
    }

    @PostMapping("/{id}/release")
    String release(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(id, fields, "", response, model, sent -> releasing.release(id, sent.version(), confirmed(sent)));
    }

    private static Set<String> confirmed(SentForm sent) {
        return Stream.concat(Releasing.CHECKS.stream(), Stream.of(Releasing.ALONE))
                .filter(check -> sent.text(check).equals("true"))
                .collect(Collectors.toSet());
    }

    @PostMapping("/{id}/return")
    String sendBack(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(
                id,
                fields,
                "back",
                response,
                model,
                sent -> releasing.sendBack(id, sent.version(), FreeText.of(sent, "back")));
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(
                id,
                fields,
                "why",
                response,
                model,
                sent -> publications.withdraw(id, sent.version(), FreeText.of(sent, "why")));
    }

    /** What is done with one, told on its own page, where what was written still stands if it was refused. */
    private String does(
            long id,
            MultiValueMap<String, String> fields,
            String text,
            HttpServletResponse response,
            Model model,
            java.util.function.Consumer<SentForm> deed) {
        publications.publication(id);
        SentForm sent = SentForm.of(fields);
        FormErrors errors = text.isEmpty() ? FormErrors.none() : FreeText.errors(FormErrors.none(), sent, text);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, new FormAgain(sent, errors, List.of()), model);
        }
        return once.does(
                sent,
                () -> deed.accept(sent),
                "/publishing/" + id,
                refused -> page(id, new FormAgain(sent, refused, List.of()), model),
                response);
    }
}
