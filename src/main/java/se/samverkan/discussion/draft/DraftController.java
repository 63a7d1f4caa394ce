package se.samverkan.discussion.draft;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import se.samverkan.access.Actor;
import se.samverkan.shared.Refusal;

/** Keeps what is being written in a form, and gives it back: for the script that watches the forms, and nobody else. */
@Controller("keptDraftController")
@RequestMapping("/drafts")
class DraftController {

    private static final int MOST_FORMS = 60;

    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    /** What is kept of the forms of a page, with the words that the page tells it by; nothing to somebody not signed in. */
    @GetMapping
    Object kept(@RequestParam(defaultValue = "") List<String> form) {
        if (!Actor.current().isSignedIn()) {
            return new ResponseEntity<Void>(HttpStatus.NO_CONTENT);
        }
        return new ModelAndView("discussion/draft/kept")
                .addObject("keeper", Actor.current().person())
                .addObject("drafts", drafts.of(form.stream().limit(MOST_FORMS).toList()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@RequestParam String form, @RequestParam String once, @RequestParam(defaultValue = "{}") String content) {
        drafts.keep(form, token(once), content);
    }

    @PostMapping("/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void throwAway(@RequestParam String form) {
        drafts.throwAway(form);
    }

    private static UUID token(String once) {
        try {
            return UUID.fromString(once);
        } catch (IllegalArgumentException none) {
            throw Refusal.malformed("refusal.form-incomplete");
        }
    }
}
