package se.samverkan.reporting.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
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

/** PublicationChoosing what else is told to the public: that an organiser takes part and which of its units, a lesson, a result. */
@Controller
@RequestMapping("/publishing")
class ChoosingController {

    private static final String CHOSEN = "chosen";

    private final PublicationChoosing choosing;
    private final Saving saving;

    ChoosingController(PublicationChoosing choosing, Saving saving) {
        this.choosing = choosing;
        this.saving = saving;
    }

    @GetMapping("/participation/new")
    @Transactional(readOnly = true)
    public String partnerships(Model model) {
        model.addAttribute("partnerships", choosing.partnerships());
        return "reporting/publication/partnerships";
    }

    @GetMapping("/participation/{partnership}")
    String units(@PathVariable long partnership, Model model) {
        return new TakingPart(partnership, model).page(FormAgain.shown(SentForm.empty()));
    }

    @PostMapping("/participation/{partnership}")
    String takePart(
            @PathVariable long partnership,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        choosing.partnership(partnership);
        return saving.save(SentForm.of(fields), new TakingPart(partnership, model), response);
    }

    @GetMapping("/lessons/new")
    String lessons(Model model) {
        return new Lesson(model).page(FormAgain.shown(SentForm.empty()));
    }

    @PostMapping("/lessons/new")
    String tellLesson(@RequestParam MultiValueMap<String, String> fields, HttpServletResponse response, Model model) {
        choosing.lessons();
        return saving.save(SentForm.of(fields), new Lesson(model), response);
    }

    @GetMapping("/results/new")
    String runs(Model model) {
        return new Result(model).page(FormAgain.shown(SentForm.empty()));
    }

    @PostMapping("/results/new")
    String tellResult(@RequestParam MultiValueMap<String, String> fields, HttpServletResponse response, Model model) {
        choosing.runs();
        return saving.save(SentForm.of(fields), new Result(model), response);
    }

    private static FormErrors chosen(SentForm sent, String error) {
        return sent.text(CHOSEN).matches("\\d{1,18}")
                ? FormErrors.none()
                : FormErrors.none().with(CHOSEN, error);
    }

    private final class TakingPart implements Saving.Form {

        private final long partnership;
        private final Model model;

        TakingPart(long partnership, Model model) {
            this.partnership = partnership;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FreeText.errors(FormErrors.none(), sent, "ground");
        }

        @Override
        public String save(SentForm sent) {
            Set<Long> units = sent.all("units").stream()
                    .filter(each -> each.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .collect(Collectors.toSet());
            return "/publishing/" + choosing.takePart(partnership, units, FreeText.of(sent, "ground"));
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("tellable", choosing.partnership(partnership));
            model.addAttribute("again", again);
            return "reporting/publication/participation";
        }
    }

    private final class Lesson implements Saving.Form {

        private final Model model;

        Lesson(Model model) {
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return chosen(sent, "publication.error.lesson");
        }

        @Override
        public String save(SentForm sent) {
            return "/publishing/" + choosing.tellLesson(Long.parseLong(sent.text(CHOSEN)));
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("lessons", List.copyOf(choosing.lessons()));
            model.addAttribute("again", again);
            return "reporting/publication/lessons";
        }
    }

    private final class Result implements Saving.Form {

        private final Model model;

        Result(Model model) {
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return chosen(sent, "publication.error.run");
        }

        @Override
        public String save(SentForm sent) {
            return "/publishing/" + choosing.tellResult(Long.parseLong(sent.text(CHOSEN)));
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("runs", choosing.runs());
            model.addAttribute("again", again);
            return "reporting/publication/results";
        }
    }
}
