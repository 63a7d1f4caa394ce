package se.samverkan.intervention.matching;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.intervention.lesson.Lessons;
import se.samverkan.intervention.matching.Matching.Answer;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** From the causes and areas of an analysis to what could meet them: the list, the answers with their reasons, the choice. */
@Controller
@RequestMapping("/analyses/{id}/matches")
class MatchController {

    private static final int SHOWN = 20;
    private static final int LONGEST = 5_000;

    private final Matching matching;
    private final Analyses analyses;
    private final Lessons lessons;
    private final Saving saving;
    private final OnceOnPage once;
    private final PageSource source;

    MatchController(
            Matching matching, Analyses analyses, Lessons lessons, Saving saving, OnceOnPage once, PageSource source) {
        this.matching = matching;
        this.analyses = analyses;
        this.lessons = lessons;
        this.saving = saving;
        this.once = once;
        this.source = source;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String needs(@PathVariable long id, Model model) {
        return needs(id, FormErrors.none(), model);
    }

    private String needs(long id, FormErrors errors, Model model) {
        AnalysisView analysis = analyses.analysis(id);
        model.addAttribute("analysis", analysis);
        model.addAttribute("needs", matching.needs(analysis));
        model.addAttribute("chosen", matching.ofAnalysis(analysis));
        model.addAttribute("errors", errors);
        return "intervention/matching/needs";
    }

    @GetMapping("/{part}")
    @Transactional(readOnly = true)
    public String answers(
            @PathVariable long id,
            @PathVariable long part,
            @RequestParam(required = false) @Nullable List<String> theme,
            Model model) {
        Answer answer = matching.answer(id, part, themes(theme), Optional.empty());
        model.addAttribute("answer", answer);
        model.addAttribute("matches", answer.matches().stream().limit(SHOWN).toList());
        model.addAttribute(
                "lessons",
                lessons.alike(answer.part().title() + "\n" + answer.part().words(), answer.themes()));
        return "intervention/matching/answers";
    }

    /** What was ticked; the form always sends one empty value, so that nothing ticked is not nothing said. */
    private static @Nullable Set<Theme> themes(@Nullable List<String> names) {
        if (names == null) {
            return null;
        }
        Set<Theme> themes = EnumSet.noneOf(Theme.class);
        Arrays.stream(Theme.values())
                .filter(each -> names.contains(each.name()))
                .forEach(themes::add);
        return themes;
    }

    @GetMapping("/{part}/entries/{entry}")
    @Transactional(readOnly = true)
    public String choosing(
            @PathVariable long id,
            @PathVariable long part,
            @PathVariable long entry,
            @RequestParam(required = false) @Nullable List<String> theme,
            Model model) {
        matching.toChoose(id);
        return choosing(
                matching.answer(id, part, themes(theme), Optional.of(entry)),
                entry,
                FormAgain.shown(SentForm.empty()),
                model);
    }

    private static String choosing(Answer answer, long entry, FormAgain again, Model model) {
        model.addAttribute("answer", answer);
        model.addAttribute(
                "match",
                answer.matches().stream()
                        .filter(each -> each.entry().id() == entry)
                        .findFirst()
                        .orElseThrow(Refusal::notSeen));
        model.addAttribute("again", again);
        return "intervention/matching/choice";
    }

    @PostMapping("/{part}/entries/{entry}")
    String choose(
            @PathVariable long id,
            @PathVariable long part,
            @PathVariable long entry,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        matching.toChoose(id);
        SentForm sent = SentForm.of(fields);
        Answer answer = matching.answer(id, part, themes(sent.all("theme")), Optional.of(entry));
        return saving.save(sent, new Choosing(answer, entry, request, model), response);
    }

    @PostMapping("/choices/{choice}/undoing")
    String undo(
            @PathVariable long id,
            @PathVariable long choice,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        matching.toChoose(id);
        return once.does(
                SentForm.of(fields),
                () -> matching.undo(id, choice),
                "/analyses/" + id + "/matches",
                errors -> needs(id, errors, model),
                response);
    }

    private final class Choosing implements Saving.Form {

        private final Answer answer;
        private final long entry;
        private final HttpServletRequest request;
        private final Model model;

        Choosing(Answer answer, long entry, HttpServletRequest request, Model model) {
            this.answer = answer;
            this.entry = entry;
            this.request = request;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            int length = sent.text("why").length();
            if (length == 0) {
                errors = errors.with("why", "match.refusal.why");
            } else if (length > LONGEST) {
                errors = errors.with("why", "intervention.refusal.long", LONGEST);
            }
            return FreeText.errors(errors, sent, "why");
        }

        @Override
        public String save(SentForm sent) {
            matching.choose(
                    answer, entry, FreeText.of(sent, "why"), source.of(request).words());
            return "/analyses/" + answer.analysis().id() + "/matches";
        }

        @Override
        public String page(FormAgain again) {
            return choosing(answer, entry, again, model);
        }
    }
}
