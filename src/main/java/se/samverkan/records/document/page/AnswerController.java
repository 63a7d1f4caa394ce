package se.samverkan.records.document.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.records.document.Receipting;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Answers of a recipient: that a share has come, or that something in it is missing. */
@Controller
@RequestMapping("/documents/{id}/shares/{share}/{organisation}")
class AnswerController {

    private final Receipting receipting;
    private final DocumentPage page;
    private final Saving saving;

    AnswerController(Receipting receipting, DocumentPage page, Saving saving) {
        this.receipting = receipting;
        this.page = page;
        this.saving = saving;
    }

    @PostMapping("/receipt")
    String receipt(
            @PathVariable long id,
            @PathVariable long share,
            @PathVariable long organisation,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(
                SentForm.of(fields),
                new Deed(
                        page,
                        model,
                        id,
                        sent -> receipting.receipt(id, share, organisation, FreeText.of(sent, "words"))),
                response);
    }

    @PostMapping("/completion")
    String completion(
            @PathVariable long id,
            @PathVariable long share,
            @PathVariable long organisation,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(
                SentForm.of(fields),
                new Deed(
                        page,
                        model,
                        id,
                        sent -> receipting.askCompletion(id, share, organisation, FreeText.of(sent, "words"))),
                response);
    }
}
