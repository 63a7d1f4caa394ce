package se.samverkan.survey.idea;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.PersonalNumbers;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.NamelessForm;
import se.samverkan.survey.idea.IdeaAnswering.Met;
import se.samverkan.survey.idea.IdeaAnswering.Outcome;
import se.samverkan.survey.question.AnswerSheet;

/** What phones see in an idea round: one field to write in, then groups to vote for. */
@Controller
@RequestMapping(IdeaAnswerController.UNDER + "{code}")
class IdeaAnswerController {

    static final String UNDER = "/i/";

    /** The longest idea. */
    static final int LONGEST = 300;

    private final IdeaAnswering answering;

    IdeaAnswerController(IdeaAnswering answering) {
        this.answering = answering;
    }

    @GetMapping
    String show(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String sent,
            HttpServletResponse response,
            Model model) {
        return page(code, "", sent, "", response, model);
    }

    @PostMapping
    String write(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        String words = Optional.ofNullable(fields.getFirst("words"))
                .map(AnswerSheet::clean)
                .orElse("");
        Optional<UUID> form = NamelessForm.key(fields);
        String fault = fault(words, form.isPresent());
        if (fault.isEmpty()) {
            fault = told(answering.write(code, form.orElseThrow(), words));
        }
        return fault.isEmpty()
                ? "redirect:" + UNDER + code + "?sent=idea"
                : page(code, fault, "", words.length() > LONGEST * 10 ? "" : words, response, model);
    }

    private static String fault(String words, boolean hasForm) {
        if (!hasForm) {
            return "survey.refusal.without-form";
        }
        if (words.isEmpty()) {
            return "survey.refusal.idea-empty";
        }
        if (words.length() > LONGEST) {
            return "survey.refusal.too-long";
        }
        return PersonalNumbers.areIn(words) ? "survey.refusal.personal-number" : "";
    }

    @PostMapping("/votes")
    String vote(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Optional<UUID> form = NamelessForm.key(fields);
        List<Long> groups = fields.getOrDefault("group", List.of()).stream()
                .filter(each -> each.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
        String fault =
                form.isEmpty() ? "survey.refusal.without-form" : groups.isEmpty() ? "survey.refusal.idea-no-vote" : "";
        if (fault.isEmpty()) {
            fault = told(answering.vote(code, form.orElseThrow(), groups));
        }
        return fault.isEmpty() ? "redirect:" + UNDER + code + "?sent=vote" : page(code, fault, "", "", response, model);
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> "";
            case CLOSED -> "survey.refusal.idea-late";
            case TOO_MANY -> "survey.refusal.idea-too-many-votes";
            case UNKNOWN -> throw Refusal.notSeen();
        };
    }

    private String page(
            String code, String fault, String sent, String words, HttpServletResponse response, Model model) {
        Met met = answering.met(code).orElseThrow(Refusal::notSeen);
        NamelessForm.answer(response, !fault.isEmpty());
        model.addAttribute("met", met);
        model.addAttribute("code", code);
        model.addAttribute("form", UUID.randomUUID());
        model.addAttribute("fault", fault);
        model.addAttribute("sent", sent);
        model.addAttribute("words", words);
        return "survey/idea/phone";
    }
}
