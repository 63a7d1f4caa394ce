package se.samverkan.intervention.network;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.intervention.lesson.LessonView;
import se.samverkan.intervention.lesson.Lessons;
import se.samverkan.shared.page.Address;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Calls a network meeting, from a lesson and those that are like it, or from what a search among lessons has found. */
@Controller
@RequestMapping("/networks/new")
class CallingController {

    private static final int MOST = 50;

    private final Networks networks;
    private final Lessons lessons;
    private final Rights rights;
    private final Saving saving;

    CallingController(Networks networks, Lessons lessons, Rights rights, Saving saving) {
        this.networks = networks;
        this.lessons = lessons;
        this.rights = rights;
        this.saving = saving;
    }

    /**
     * What the form is called from.
     *
     * @param lesson the id of a lesson; 0 where it is a search
     */
    private record From(long lesson, String words, String theme) {

        String address() {
            return lesson == 0
                    ? Address.of("/networks/new")
                            .with("words", words)
                            .with("theme", theme)
                            .toString()
                    : "/networks/new?lesson=" + lesson;
        }
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String show(
            @RequestParam(defaultValue = "0") long lesson,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String theme,
            Model model) {
        From from = new From(lesson, words, theme);
        List<LessonView> told = told(from);
        SentForm form = SentForm.empty()
                .with("time", "14:00")
                .with("minutes", "60")
                .with(
                        "lessons",
                        told.stream().map(each -> Long.toString(each.id())).toList());
        return page(from, told, FormAgain.shown(form), model);
    }

    @PostMapping
    String call(
            @RequestParam(defaultValue = "0") long lesson,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        From from = new From(lesson, words, theme);
        return saving.save(SentForm.of(fields), new Called(from, told(from), model), response);
    }

    /** The lessons whose tellers could be asked: the lesson and those that are like it, or those that were found. */
    private List<LessonView> told(From from) {
        rights.require(Verb.LEAD_MEETINGS);
        if (from.lesson() == 0) {
            Optional<Theme> about = Arrays.stream(Theme.values())
                    .filter(each -> each.name().equals(from.theme()))
                    .findFirst();
            return lessons.search(from.words(), about, 1, MOST).lessons();
        }
        LessonView lesson = lessons.lesson(from.lesson());
        return Stream.concat(Stream.of(lesson), lessons.alike(lesson).stream()).toList();
    }

    private static String page(From from, List<LessonView> told, FormAgain again, Model model) {
        List<LessonView> asked =
                told.stream().filter(each -> each.text().contact()).toList();
        model.addAttribute("address", from.address());
        model.addAttribute("lessons", asked);
        model.addAttribute("silent", told.size() - asked.size());
        model.addAttribute("again", again);
        return "intervention/network/calling";
    }

    private final class Called implements Saving.Form {

        private final From from;
        private final List<LessonView> told;
        private final Model model;

        Called(From from, List<LessonView> told, Model model) {
            this.from = from;
            this.told = told;
            this.model = model;
        }

        private List<Long> chosen(SentForm sent) {
            return told.stream()
                    .map(LessonView::id)
                    .filter(each -> sent.all("lessons").contains(Long.toString(each)))
                    .toList();
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = NetworkFields.errors(sent);
            return chosen(sent).isEmpty() ? errors.with("lessons", "intervention.refusal.none") : errors;
        }

        @Override
        public String save(SentForm sent) {
            return "/networks/" + networks.call(NetworkFields.draft(sent), chosen(sent), NetworkFields.texts(sent));
        }

        @Override
        public String page(FormAgain again) {
            return CallingController.page(from, told, again, model);
        }
    }
}
