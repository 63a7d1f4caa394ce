package se.samverkan.partnership.handover;

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
import se.samverkan.access.Actor;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** One handover: read by the one who takes over, followed by those who made it until then. */
@Controller
@RequestMapping("/partnerships/{id}/handovers/{handover}")
class HandoverController {

    private final Handovers handovers;
    private final Saving saving;
    private final OnceOnPage once;

    HandoverController(Handovers handovers, Saving saving, OnceOnPage once) {
        this.handovers = handovers;
        this.saving = saving;
        this.once = once;
    }

    @GetMapping
    String show(@PathVariable long id, @PathVariable long handover, Model model) {
        OneForm form = new OneForm(id, handover, model);
        return form.page(FormAgain.shown(form.now()));
    }

    @PostMapping
    String change(
            @PathVariable long id,
            @PathVariable long handover,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        handovers.handover(id, handover);
        return saving.save(SentForm.of(fields), new OneForm(id, handover, model), response);
    }

    @PostMapping("/reading")
    String read(
            @PathVariable long id,
            @PathVariable long handover,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        OneForm form = new OneForm(id, handover, model);
        form.now();
        return once.does(
                SentForm.of(fields),
                () -> handovers.read(id, handover),
                "/partnerships/" + id + "/handovers/" + handover,
                errors -> form.page(new FormAgain(form.now(), errors, List.of())),
                response);
    }

    /** Who takes over, and the open questions. */
    private final class OneForm implements Saving.Form {

        private final long id;
        private final long handover;
        private final Model model;

        OneForm(long id, long handover, Model model) {
            this.id = id;
            this.handover = handover;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FreeText.errors(FormErrors.none(), sent, "questions");
        }

        @Override
        public String save(SentForm sent) {
            handovers.change(
                    id,
                    handover,
                    sent.version(),
                    HandoversController.number(sent.text("successor")),
                    FreeText.of(sent, "questions"));
            return shown().address();
        }

        @Override
        public SentForm now() {
            Handover shown = shown();
            return SentForm.ofVersion(shown.version())
                    .with("successor", shown.successor().map(Object::toString).orElse(""))
                    .with("questions", shown.questions());
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("successor"), Compared.text("questions"));
        }

        @Override
        public String page(FormAgain again) {
            Handover shown = shown();
            model.addAttribute("handover", shown);
            model.addAttribute("reads", shown.waitsFor(Actor.current().person()));
            model.addAttribute(
                    "successors",
                    shown.mayFollow() && shown.isOpen()
                            ? handovers.successors(id, shown.leaver(), shown.role())
                            : List.of());
            model.addAttribute("again", again);
            return "partnership/handover/handover";
        }

        private Handover shown() {
            return handovers.handover(id, handover);
        }
    }
}
