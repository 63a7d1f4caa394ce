package se.samverkan.partnership.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.course.FormsChoosing;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Chooses short or long forms for a case, with a reason. */
@Controller
@RequestMapping("/partnerships/{id}/forms")
class FormsController {

    private static final String LONG = "long";
    private static final String SHORT = "short";

    private final FormsChoosing choosing;
    private final Saving saving;

    FormsController(FormsChoosing choosing, Saving saving) {
        this.choosing = choosing;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        PartnershipView view = choosing.toChoose(id);
        return page(view, FormAgain.shown(form(view)), model);
    }

    @PostMapping
    String choose(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(choosing.toChoose(id), model), response);
    }

    private static SentForm form(PartnershipView view) {
        return SentForm.ofVersion(view.version())
                .with("forms", view.light() ? SHORT : LONG)
                .with("words", "");
    }

    private String page(PartnershipView view, FormAgain again, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("possible", choosing.isPossible(view));
        model.addAttribute("again", again);
        return "partnership/overview/forms";
    }

    private final class OneForm implements Saving.Form {

        private final PartnershipView view;
        private final Model model;

        OneForm(PartnershipView view, Model model) {
            this.view = view;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (!List.of(SHORT, LONG).contains(sent.text("forms"))) {
                errors = errors.with("forms", "partnership.case.refusal.forms");
            }
            if (sent.text("words").isEmpty()) {
                errors = errors.with("words", "partnership.case.refusal.forms-why");
            }
            return FreeText.errors(errors, sent, "words");
        }

        @Override
        public String save(SentForm sent) {
            choosing.choose(view.id(), sent.version(), sent.text("forms").equals(SHORT), FreeText.of(sent, "words"));
            return "/partnerships/" + view.id();
        }

        @Override
        public SentForm now() {
            return form(choosing.toChoose(view.id()));
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.choice("forms", "partnership.case.forms."), Compared.text("words"));
        }

        @Override
        public String page(FormAgain again) {
            return FormsController.this.page(view, again, model);
        }
    }
}
