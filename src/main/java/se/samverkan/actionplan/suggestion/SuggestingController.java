package se.samverkan.actionplan.suggestion;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanText;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Suggests another wording of one of the texts of a part. */
@Controller
@RequestMapping("/action-plans/{id}/parts/{part}/suggestions/{text}")
class SuggestingController {

    private static final String WORDS = "suggested-words";
    private static final String WHY = "suggested-why";

    private final PlanSuggestions suggestions;
    private final PlanWriting writing;
    private final Saving saving;

    SuggestingController(PlanSuggestions suggestions, PlanWriting writing, Saving saving) {
        this.suggestions = suggestions;
        this.writing = writing;
        this.saving = saving;
    }

    /** @param text the name of the text */
    @GetMapping
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, @PathVariable long part, @PathVariable String text, Model model) {
        OneForm form = form(id, part, text, model);
        return form.page(FormAgain.shown(form.now()));
    }

    @PostMapping
    String suggest(
            @PathVariable long id,
            @PathVariable long part,
            @PathVariable String text,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), form(id, part, text, model), response);
    }

    private OneForm form(long id, long partId, String text, Model model) {
        PlanView plan = suggestions.toSuggest(id);
        PlanPart part = part(plan, partId);
        PlanText named = PlanText.named(part.kind(), text).orElseThrow(Refusal::notSeen);
        return new OneForm(plan, part, named, model);
    }

    private PlanPart part(PlanView plan, long part) {
        return writing.parts(plan).find(part).orElseThrow(Refusal::notSeen);
    }

    private final class OneForm implements Saving.Form {

        private final PlanView plan;
        private final PlanPart part;
        private final PlanText text;
        private final Model model;

        OneForm(PlanView plan, PlanPart part, PlanText text, Model model) {
            this.plan = plan;
            this.part = part;
            this.text = text;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = sent.text(WORDS).isBlank()
                    ? FormErrors.none().with(WORDS, "actionplan.suggestion.refusal.same")
                    : FormErrors.none();
            return FreeText.errors(errors, sent, WORDS, WHY);
        }

        @Override
        public String save(SentForm sent) {
            long made = suggestions.suggest(
                    plan.id(),
                    part.id(),
                    text,
                    sent.version(),
                    new FreeText(sent.text(WORDS).replace("\r\n", "\n"), sent.text(FreeText.REASON_FIELD)),
                    FreeText.of(sent, WHY));
            return plan.address() + "/suggestions/" + made;
        }

        @Override
        public SentForm now() {
            PlanPart now = part(plan, part.id());
            return SentForm.ofVersion(now.version()).with(WORDS, text.in(now)).with(WHY, "");
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text(WORDS), Compared.text(WHY));
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("plan", plan);
            model.addAttribute("part", part);
            model.addAttribute("text", text);
            model.addAttribute("again", again);
            return "actionplan/suggestion/new";
        }
    }
}
