package se.samverkan.reporting.concern;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The concerns of a case: the list, raising one, and each with what was done about it. */
@Controller
@RequestMapping("/partnerships/{id}/concerns")
class ConcernsController {

    private final Concerns concerns;
    private final Saving saving;

    ConcernsController(Concerns concerns, Saving saving) {
        this.concerns = concerns;
        this.saving = saving;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String list(@PathVariable long id, Model model) {
        model.addAttribute("view", concerns.partnership(id));
        model.addAttribute("concerns", concerns.of(id));
        return "reporting/concern/concerns";
    }

    @GetMapping("/new")
    String show(@PathVariable long id, Model model) {
        return new Raising(id, model).page(FormAgain.shown(SentForm.empty()));
    }

    @PostMapping("/new")
    String raise(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        concerns.partnership(id);
        return saving.save(SentForm.of(fields), new Raising(id, model), response);
    }

    @GetMapping("/{concern}")
    String one(@PathVariable long id, @PathVariable long concern, Model model) {
        Handling form = new Handling(id, concern, model);
        return form.page(FormAgain.shown(form.now()));
    }

    @PostMapping("/{concern}")
    String handle(
            @PathVariable long id,
            @PathVariable long concern,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        concerns.concern(id, concern);
        return saving.save(SentForm.of(fields), new Handling(id, concern, model), response);
    }

    private static FormErrors words(SentForm sent) {
        FormErrors errors = sent.text("words").isEmpty()
                ? FormErrors.none().with("words", "reporting.concern.error.words")
                : FormErrors.none();
        return FreeText.errors(errors, sent, "words");
    }

    private final class Raising implements Saving.Form {

        private final long id;
        private final Model model;

        Raising(long id, Model model) {
            this.id = id;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return words(sent);
        }

        @Override
        public String save(SentForm sent) {
            String unit = sent.text("unit");
            long made = concerns.raise(
                    id,
                    unit.matches("\\d{1,18}") ? Optional.of(Long.valueOf(unit)) : Optional.empty(),
                    sent.text("shared").equals("true"),
                    FreeText.of(sent, "words"));
            return "/partnerships/" + id + "/concerns/" + made;
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("view", concerns.partnership(id));
            model.addAttribute("again", again);
            return "reporting/concern/raise";
        }
    }

    private final class Handling implements Saving.Form {

        private final long id;
        private final long concern;
        private final Model model;

        Handling(long id, long concern, Model model) {
            this.id = id;
            this.concern = concern;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return words(sent);
        }

        @Override
        public String save(SentForm sent) {
            concerns.does(id, concern, sent.version(), sent.text("deed"), FreeText.of(sent, "words"));
            return "/partnerships/" + id + "/concerns/" + concern;
        }

        @Override
        public SentForm now() {
            return SentForm.ofVersion(concerns.concern(id, concern).version());
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("words"));
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("concern", concerns.concern(id, concern));
            model.addAttribute("again", again);
            return "reporting/concern/concern";
        }
    }
}
