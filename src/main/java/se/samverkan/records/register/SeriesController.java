package se.samverkan.records.register;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The series of case numbers: with which letters they begin. */
@Controller
@RequestMapping("/records/series")
class SeriesController {

    private final Register register;
    private final Rights rights;
    private final Saving saving;

    SeriesController(Register register, Rights rights, Saving saving) {
        this.register = register;
        this.rights = rights;
        this.saving = saving;
    }

    @GetMapping
    String show(Model model) {
        return page(FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/{organisation}")
    String rename(
            @PathVariable long organisation,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        rights.require(Verb.KEEP_REGISTER, organisation);
        return saving.save(
                SentForm.of(fields),
                new Saving.Form() {
                    @Override
                    public FormErrors errors(SentForm sent) {
                        return FormErrors.none();
                    }

                    @Override
                    public String save(SentForm sent) {
                        register.rename(organisation, sent.version(), sent.text("prefix"));
                        return "/records/series";
                    }

                    @Override
                    public String page(FormAgain again) {
                        return SeriesController.this.page(again, model);
                    }
                },
                response);
    }

    private String page(FormAgain again, Model model) {
        model.addAttribute("series", register.series());
        model.addAttribute("rights", rights);
        model.addAttribute("again", again);
        return "records/register/series";
    }
}
