package se.samverkan.intervention.lesson;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Pager;
import se.samverkan.shared.page.SentForm;

/** What others have learned: the search, a lesson with those that are like it, its removal and the way back. */
@Controller
@RequestMapping("/lessons")
class LessonController {

    private static final int SIZE = 20;
    private static final int MOST_LINES = 50;

    private final Lessons lessons;
    private final Rights rights;
    private final RecordLog log;
    private final OnceOnPage once;
    private final TransactionTemplate reading;

    LessonController(Lessons lessons, Rights rights, RecordLog log, OnceOnPage once, TransactionTemplate transactions) {
        this.lessons = lessons;
        this.rights = rights;
        this.log = log;
        this.once = once;
        this.reading = transactions;
    }

    @GetMapping
    String search(
            @RequestParam(name = "words", defaultValue = "") String q,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Optional<Theme> about = Arrays.stream(Theme.values())
                .filter(each -> each.name().equals(theme))
                .findFirst();
        Pager pager = new Pager(Math.clamp(page, 1, Lessons.MOST_FOUND / SIZE), SIZE);
        reading.executeWithoutResult(status -> {
            model.addAttribute("found", lessons.search(q, about, pager.page(), SIZE));
            model.addAttribute("mine", lessons.mine());
        });
        model.addAttribute("q", q);
        model.addAttribute("theme", about.map(Enum::name).orElse(""));
        model.addAttribute("pager", pager);
        model.addAttribute("mayTell", rights.allow(Verb.WRITE_LESSONS));
        model.addAttribute("mayGather", rights.allow(Verb.LEAD_MEETINGS));
        return "intervention/lesson/search";
    }

    @GetMapping("/{id:\\d+}")
    String lesson(@PathVariable long id, Model model) {
        return page(id, FormErrors.none(), model);
    }

    private String page(long id, FormErrors errors, Model model) {
        reading.executeWithoutResult(status -> {
            LessonView lesson = lessons.lesson(id);
            model.addAttribute("lesson", lesson);
            model.addAttribute("alike", lessons.alike(lesson));
            model.addAttribute(
                    "log", lesson.mine() ? log.of("lesson", Long.toString(id), MOST_LINES) : List.<RecordLog.Line>of());
        });
        model.addAttribute("mayGather", rights.allow(Verb.LEAD_MEETINGS));
        model.addAttribute("errors", errors);
        return "intervention/lesson/lesson";
    }

    @PostMapping("/{id}/removal")
    String remove(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return once.does(
                SentForm.of(fields),
                () -> lessons.remove(id),
                "/lessons/" + id,
                errors -> page(id, errors, model),
                response);
    }

    @PostMapping("/{id}/restoration")
    String takeBack(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return once.does(
                SentForm.of(fields),
                () -> lessons.takeBack(id),
                "/lessons/" + id,
                errors -> page(id, errors, model),
                response);
    }
}
