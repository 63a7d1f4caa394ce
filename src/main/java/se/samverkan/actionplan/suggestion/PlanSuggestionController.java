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
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;

/** What has been suggested in a plan, one suggestion beside the text that stands, and the answer to it. */
@Controller
@RequestMapping("/action-plans/{id}/suggestions")
class PlanSuggestionController {

    private static final String WORDS = "suggestion-answer";

    private final Plans plans;
    private final PlanWriting writing;
    private final PlanSuggestions suggestions;
    private final OnceOnPage once;

    PlanSuggestionController(Plans plans, PlanWriting writing, PlanSuggestions suggestions, OnceOnPage once) {
        this.plans = plans;
        this.writing = writing;
        this.suggestions = suggestions;
        this.once = once;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String list(@PathVariable long id, Model model) {
        PlanView plan = plans.plan(id);
        model.addAttribute("plan", plan);
        model.addAttribute("parts", writing.parts(plan));
        model.addAttribute("suggestions", suggestions.of(plan));
        return "actionplan/suggestion/list";
    }

    @GetMapping("/{suggestion}")
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, @PathVariable long suggestion, Model model) {
        return page(id, suggestion, FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/{suggestion}/acceptance")
    String accept(
            @PathVariable long id,
            @PathVariable long suggestion,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        return answered(
                id, suggestion, sent, () -> suggestions.accept(id, suggestion, sent.version()), response, model);
    }

    @PostMapping("/{suggestion}/declining")
    String decline(
            @PathVariable long id,
            @PathVariable long suggestion,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        return answered(
                id,
                suggestion,
                sent,
                () -> suggestions.decline(id, suggestion, FreeText.of(sent, WORDS)),
                response,
                model);
    }

    @PostMapping("/{suggestion}/withdrawal")
    String withdraw(
            @PathVariable long id,
            @PathVariable long suggestion,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return answered(
                id, suggestion, SentForm.of(fields), () -> suggestions.withdraw(id, suggestion), response, model);
    }

    private String answered(
            long id, long suggestion, SentForm sent, Runnable deed, HttpServletResponse response, Model model) {
        return once.does(
                sent,
                deed,
                "/action-plans/" + id + "/suggestions/" + suggestion,
                errors -> page(id, suggestion, new FormAgain(sent, errors, List.of()), model),
                response);
    }

    private String page(long id, long suggestion, FormAgain again, Model model) {
        PlanView plan = plans.plan(id);
        PlanSuggestion said = suggestions.suggestion(plan, suggestion);
        model.addAttribute("plan", plan);
        model.addAttribute("part", writing.parts(plan).find(said.part()).orElse(null));
        model.addAttribute("suggestion", said);
        model.addAttribute("again", again);
        return "actionplan/suggestion/suggestion";
    }
}
