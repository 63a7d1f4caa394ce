package se.samverkan.records.retention;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** What of a kind may go now, and the way to propose that it does. */
@Controller
@RequestMapping("/records/retention/kinds/{kind}")
class PreviewController {

    private final Retention retention;
    private final Saving saving;

    PreviewController(Retention retention, Saving saving) {
        this.retention = retention;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable String kind, Model model) {
        return page(kind, FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping
    String propose(
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        retention.rule(kind);
        return saving.save(
                SentForm.of(fields),
                new Saving.Form() {
                    @Override
                    public FormErrors errors(SentForm sent) {
                        return FreeText.errors(FormErrors.none(), sent, "reason");
                    }

                    @Override
                    public String save(SentForm sent) {
                        return "/records/retention/proposals/" + retention.propose(kind, FreeText.of(sent, "reason"));
                    }

                    @Override
                    public String page(FormAgain again) {
                        return PreviewController.this.page(kind, again, model);
                    }
                },
                response);
    }

    private String page(String kind, FormAgain again, Model model) {
        model.addAttribute("preview", retention.preview(kind));
        model.addAttribute("again", again);
        return "records/retention/preview";
    }
}
