package se.samverkan.partnership.handover;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.staffing.PersonInCase;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The handovers of a partnership, and making one. */
@Controller
@RequestMapping("/partnerships/{id}/handovers")
class HandoversController {

    private final Handovers handovers;
    private final Saving saving;

    HandoversController(Handovers handovers, Saving saving) {
        this.handovers = handovers;
        this.saving = saving;
    }

    @GetMapping
    String list(@PathVariable long id, Model model) {
        model.addAttribute("partnership", handovers.partnership(id));
        model.addAttribute("handovers", handovers.of(id));
        model.addAttribute("mayMake", !handovers.leavers(id).isEmpty());
        return "partnership/handover/list";
    }

    @GetMapping("/new")
    String blank(@PathVariable long id, @RequestParam(defaultValue = "") String leaver, Model model) {
        handovers.partnership(id);
        SentForm form = SentForm.empty().with("leaver", leaver);
        return new OneForm(id, model).page(FormAgain.shown(form));
    }

    @PostMapping
    String make(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        handovers.partnership(id);
        return saving.save(SentForm.of(fields), new OneForm(id, model), response);
    }

    static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** The form of a new handover: first who leaves, then who takes over and what is open. */
    private final class OneForm implements Saving.Form {

        private final long id;
        private final Model model;

        OneForm(long id, Model model) {
            this.id = id;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = number(sent.text("leaver")).isEmpty()
                    ? FormErrors.none().with("leaver", "partnership.handover.error.leaver")
                    : FormErrors.none();
            return FreeText.errors(errors, sent, "questions");
        }

        @Override
        public String save(SentForm sent) {
            long made = handovers.make(
                    id,
                    number(sent.text("leaver")).orElseThrow(),
                    number(sent.text("successor")),
                    FreeText.of(sent, "questions"));
            return "/partnerships/" + id + "/handovers/" + made;
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("partnership", handovers.partnership(id));
            model.addAttribute("again", again);
            Optional<PersonInCase> leaver =
                    number(again.form().text("leaver")).map(assignment -> handovers.leaver(id, assignment));
            if (leaver.isEmpty()) {
                model.addAttribute("leavers", handovers.leavers(id));
                return "partnership/handover/leaver";
            }
            model.addAttribute("leaver", leaver.get());
            model.addAttribute(
                    "successors",
                    handovers.successors(id, leaver.get().person(), leaver.get().role()));
            return "partnership/handover/make";
        }
    }
}
