package se.samverkan.partnership.closing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.records.file.FileAnswer;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;

/** The archive package of a closed case: how far it has come, to take away, and to ask for again. */
@Controller("caseArchiveController")
@RequestMapping("/partnerships/{id}/closing")
class ArchiveController {

    private final Archiving archiving;
    private final CaseClosing closing;
    private final ClosingPage page;
    private final FileAnswer answer;
    private final OnceOnPage once;

    ArchiveController(Archiving archiving, CaseClosing closing, ClosingPage page, FileAnswer answer, OnceOnPage once) {
        this.archiving = archiving;
        this.closing = closing;
        this.page = page;
        this.answer = answer;
        this.once = once;
    }

    @GetMapping("/archive")
    String progress(@PathVariable long id, Model model) {
        archiving.state(id);
        model.addAttribute("view", closing.partnership(id));
        page.archive(id, model);
        return "partnership/closing/archive";
    }

    @PostMapping("/archive")
    String ask(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return once.does(
                SentForm.of(fields),
                () -> archiving.ask(id),
                "/partnerships/" + id + "/closing#archive",
                errors -> page.show(id, Optional.empty(), errors, model),
                response);
    }

    @GetMapping("/package")
    void take(@PathVariable long id, HttpServletResponse response) throws IOException {
        answer.send(archiving.file(id), response);
    }
}
