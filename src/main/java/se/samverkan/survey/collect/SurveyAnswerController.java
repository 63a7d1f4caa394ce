package se.samverkan.survey.collect;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.NamelessForm;
import se.samverkan.shared.page.Words;
import se.samverkan.survey.collect.Answering.Met;
import se.samverkan.survey.collect.Answering.Outcome;
import se.samverkan.survey.question.AnswerSheet;
import se.samverkan.survey.question.Questions;

/**
 * The page that is answered, for a phone and without an account. Works without script; with script what is written stays in
 * the browser until it is sent, and nowhere else.
 */
@Controller
@RequestMapping(SurveyAnswerController.UNDER + "{code}")
class SurveyAnswerController {

    static final String UNDER = "/s/";

    private static final String FIELD = "q.";

    private final Answering answering;
    private final MessageSource messages;

    SurveyAnswerController(Answering answering, MessageSource messages) {
        this.answering = answering;
        this.messages = messages;
    }

    /**
     * What stands in the form.
     *
     * @param sent what was sent, when it comes back; empty the first time
     * @param faults what must be changed, by the key of its question
     */
    record Filled(UUID form, MultiValueMap<String, String> sent, Map<String, String> faults) {

        boolean has(String question, String choice) {
            return sent.getOrDefault(FIELD + question, List.of()).contains(choice);
        }

        String words(String question) {
            return sent.getOrDefault(FIELD + question, List.of("")).getFirst();
        }
    }

    @GetMapping
    String show(
            @PathVariable String code,
            @RequestParam Optional<String> language,
            HttpServletResponse response,
            Model model) {
        Met met = answering.met(code).orElseThrow(Refusal::notSeen);
        return page(met, language, empty(), response, model);
    }

    @PostMapping
    String answer(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam Optional<String> language,
            HttpServletResponse response,
            Model model) {
        Met met = answering.met(code).orElseThrow(Refusal::notSeen);
        Optional<UUID> form = NamelessForm.key(sent);
        Optional<Integer> number = number(sent.getFirst("number"));
        Optional<Questions> questions = number.flatMap(each -> answering.questions(code, each));
        if (form.isEmpty() || questions.isEmpty()) {
            return refused(met, language, sent, Map.of("", "survey.refusal.without-form"), response, model);
        }
        AnswerSheet sheet =
                AnswerSheet.read(questions.get(), question -> sent.getOrDefault(FIELD + question, List.of()));
        if (!sheet.faults().isEmpty()) {
            return refused(met, language, sent, sheet.faults(), response, model);
        }
        if (sheet.isEmpty()) {
            return refused(met, language, sent, Map.of("", "survey.refusal.nothing-answered"), response, model);
        }
        boolean again = "true".equals(sent.getFirst("again"));
        Outcome outcome = answering.answer(code, form.get(), number.orElseThrow(), questions.get(), sheet, again);
        if (outcome != Outcome.TAKEN) {
            return refused(met, language, sent, Map.of("", "survey.refusal.closed-meanwhile"), response, model);
        }
        return "redirect:" + UNDER + code + "/thanks"
                + language.filter(met.questions().languages()::contains)
                        .map(each -> "?language=" + each)
                        .orElse("");
    }

    @GetMapping("/thanks")
    String thanks(
            @PathVariable String code,
            @RequestParam Optional<String> language,
            HttpServletResponse response,
            Model model) {
        Met met = answering.met(code).orElseThrow(Refusal::notSeen);
        page(met, language, empty(), response, model);
        return "survey/collect/thanks";
    }

    private String refused(
            Met met,
            Optional<String> language,
            MultiValueMap<String, String> sent,
            Map<String, String> faults,
            HttpServletResponse response,
            Model model) {
        UUID form = NamelessForm.key(sent).orElseGet(UUID::randomUUID);
        return page(met, language, new Filled(form, sent, faults), response, model);
    }

    private String page(Met met, Optional<String> language, Filled filled, HttpServletResponse response, Model model) {
        NamelessForm.answer(response, !filled.faults().isEmpty());
        Set<String> languages = met.questions().languages();
        String chosen = language.filter(languages::contains).orElse("");
        model.addAttribute("met", met);
        model.addAttribute("languages", List.copyOf(languages));
        model.addAttribute("chosen", chosen);
        model.addAttribute("swedish", new Words(messages, Words.SWEDISH));
        model.addAttribute("english", new Words(messages, Words.ENGLISH));
        model.addAttribute("filled", filled);
        return "survey/collect/answer";
    }

    private static Filled empty() {
        return new Filled(UUID.randomUUID(), new LinkedMultiValueMap<>(), Map.of());
    }

    private static Optional<Integer> number(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
